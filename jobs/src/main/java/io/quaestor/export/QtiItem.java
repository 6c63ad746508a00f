package io.quaestor.export;

import io.quaestor.export.Item.Option;
import io.quaestor.udfs.structure.QuestionType;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One question as an assessment item of QTI 2.1. */
final class QtiItem {
  static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1";
  private static final String SCHEMA = NAMESPACE + ".xsd";
  private static final String TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";
  private static final String RESPONSE = "RESPONSE";

  private final Item item;
  private final Xml xml;

  QtiItem(Item item, Writer out) {
    this.item = item;
    this.xml = new Xml(out);
  }

  void write() throws IOException {
    xml.declaration();
    xml.open(
        "assessmentItem",
        "xmlns",
        NAMESPACE,
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation",
        NAMESPACE + " " + SCHEMA,
        "identifier",
        identifier(item),
        "title",
        title(),
        "adaptive",
        "false",
        "timeDependent",
        "false");
    xml.line();
    response();
    outcomes();
    xml.open("itemBody");
    body();
    xml.close("itemBody").line();
    if (item.type() != QuestionType.WRITING) {
      String template = item.type().isTyped() ? "map_response" : "match_correct";
      xml.empty("responseProcessing", "template", TEMPLATES + template).line();
    }
    feedback();
    xml.close("assessmentItem").line();
  }

  /** A name that XML allows. */
  static String identifier(Item item) {
    String id = item.question().questionId().replaceAll("[^A-Za-z0-9_.-]", "_");
    return id.matches("[A-Za-z_].*") ? id : "_" + id;
  }

  private String title() {
    String topic = item.question().topic();
    return topic == null ? item.question().questionId() : topic;
  }

  private void response() throws IOException {
    String cardinality = item.type() == QuestionType.MCQ_MULTI ? "multiple" : "single";
    xml.open(
        "responseDeclaration",
        "identifier",
        RESPONSE,
        "cardinality",
        cardinality,
        "baseType",
        item.type().isTyped() ? "string" : "identifier");
    if (!item.type().isTyped()) {
      xml.open("correctResponse");
      for (int i = 0; i < item.options().size(); i++) {
        if (item.options().get(i).key()) {
          xml.leaf("value", choice(i));
        }
      }
      xml.close("correctResponse");
    } else if (item.type() != QuestionType.WRITING) {
      xml.open("correctResponse").leaf("value", item.answers().get(0)).close("correctResponse");
      mapping();
    }
    xml.close("responseDeclaration").line();
  }

  /** A key stands once whatever its case. */
  private void mapping() throws IOException {
    Map<String, String> once = new LinkedHashMap<>();
    item.answers().forEach(each -> once.putIfAbsent(each.toLowerCase(Locale.ROOT), each));
    xml.open("mapping", "lowerBound", "0", "upperBound", "1", "defaultValue", "0");
    for (String answer : once.values()) {
      xml.empty("mapEntry", "mapKey", answer, "mappedValue", "1", "caseSensitive", "false");
    }
    xml.close("mapping");
  }

  private void outcomes() throws IOException {
    xml.empty(
        "outcomeDeclaration", "identifier", "SCORE", "cardinality", "single", "baseType", "float");
    if (item.feedback() != null) {
      xml.open(
          "outcomeDeclaration",
          "identifier",
          "FEEDBACK",
          "cardinality",
          "single",
          "baseType",
          "identifier");
      xml.open("defaultValue").leaf("value", "EXPLANATION").close("defaultValue");
      xml.close("outcomeDeclaration");
    }
    xml.line();
  }

  private void body() throws IOException {
    if (item.isCloze()) {
      xml.open("p").lines(item.aroundGap().get(0));
      xml.empty("textEntryInteraction", "responseIdentifier", RESPONSE);
      xml.lines(item.aroundGap().get(1)).close("p");
      return;
    }
    String stem = item.question().stem();
    switch (item.type()) {
      case MCQ_SINGLE, MCQ_MULTI, TRUE_FALSE -> choices(stem);
      case FILL_IN_BLANK, SHORT_ANSWER -> {
        xml.open("p").lines(stem).close("p").open("p");
        xml.empty("textEntryInteraction", "responseIdentifier", RESPONSE).close("p");
      }
      case WRITING -> {
        xml.open("extendedTextInteraction", "responseIdentifier", RESPONSE);
        xml.open("prompt").lines(stem).close("prompt").close("extendedTextInteraction");
      }
    }
  }

  private void choices(String stem) throws IOException {
    String most = item.type() == QuestionType.MCQ_MULTI ? "0" : "1";
    xml.open(
        "choiceInteraction", "responseIdentifier", RESPONSE, "shuffle", "true", "maxChoices", most);
    xml.open("prompt").lines(stem).close("prompt");
    for (int i = 0; i < item.options().size(); i++) {
      Option option = item.options().get(i);
      xml.open("simpleChoice", "identifier", choice(i)).lines(option.text()).close("simpleChoice");
    }
    xml.close("choiceInteraction");
  }

  private void feedback() throws IOException {
    if (item.feedback() != null) {
      xml.open(
          "modalFeedback",
          "outcomeIdentifier",
          "FEEDBACK",
          "showHide",
          "show",
          "identifier",
          "EXPLANATION");
      xml.lines(item.feedback()).close("modalFeedback").line();
    }
  }

  private static String choice(int place) {
    return "C" + place;
  }
}
