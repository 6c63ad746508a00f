package io.quaestor.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads Moodle's XML and items of QTI as their documentation has them. */
final class XmlReaders {
  private static final Pattern CLOZE =
      Pattern.compile("\\{1:SHORTANSWER:((?:[^}\\\\]|\\\\.)*)\\}", Pattern.DOTALL);

  private XmlReaders() {}

  static Element parse(InputStream in)
      throws IOException, ParserConfigurationException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(in).getDocumentElement();
  }

  static List<Seen> moodle(InputStream in) throws Exception {
    return all(parse(in), "question").stream()
        .filter(question -> !question.getAttribute("type").equals("category"))
        .map(XmlReaders::question)
        .toList();
  }

  private static Seen question(Element question) {
    String type = question.getAttribute("type");
    String id = first(question, "idnumber").getTextContent();
    String stem = first(question, "questiontext").getTextContent();
    List<String> options = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Element answer : all(question, "answer")) {
      String text = first(answer, "text").getTextContent();
      boolean right = Double.parseDouble(answer.getAttribute("fraction")) > 0;
      switch (type) {
        case "multichoice" -> options.add((right ? "+" : "-") + Seen.plain(text));
        case "truefalse" -> answers.addAll(right ? List.of(text) : List.of());
        default -> answers.add(text.replace("\\*", "*"));
      }
    }
    Matcher cloze = CLOZE.matcher(stem);
    if (cloze.find()) {
      for (String each : cloze.group(1).substring(1).split("(?<!\\\\)~=")) {
        answers.add(Seen.plain(each.replaceAll("(?s)\\\\(.)", "$1")).replace("\\*", "*"));
      }
      stem = stem.substring(0, cloze.start()) + "_____" + stem.substring(cloze.end());
    }
    return new Seen(id, Seen.plain(stem), options, answers);
  }

  static Seen qti(InputStream in) throws Exception {
    Element item = parse(in);
    List<String> right =
        all(item, "correctResponse").stream()
            .flatMap(correct -> all(correct, "value").stream())
            .map(Element::getTextContent)
            .toList();
    List<String> options =
        all(item, "simpleChoice").stream()
            .map(each -> (right.contains(each.getAttribute("identifier")) ? "+" : "-") + text(each))
            .toList();
    List<String> answers =
        all(item, "mapEntry").stream().map(each -> each.getAttribute("mapKey")).toList();
    List<Element> prompts = all(item, "prompt");
    Element stem = prompts.isEmpty() ? first(item, "p") : prompts.get(0);
    return new Seen(item.getAttribute("identifier"), text(stem), options, answers);
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    NodeList children = node.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      text.append(
          switch (child.getNodeName()) {
            case "br" -> "\n";
            case "textEntryInteraction" -> "_____";
            default -> child.getTextContent();
          });
    }
    return text.toString();
  }

  static Element first(Element in, String name) {
    return all(in, name).get(0);
  }

  static List<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
