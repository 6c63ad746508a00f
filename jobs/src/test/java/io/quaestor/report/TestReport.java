package io.quaestor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.JobException;
import io.quaestor.TestSession;
import io.quaestor.lake.Lake;
import io.quaestor.tables.Audit;
import io.quaestor.tables.Question;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestReport {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T13:00:00Z"), ZoneOffset.UTC);

  private Path folder;
  private Lake lake;
  private Fixture fixture;
  private Document page;
  private Path file;

  @BeforeAll
  void write(@TempDir Path temporary) throws Exception {
    folder = temporary;
    lake = Lake.open(TestSession.small(), folder.resolve("empty").toString());
    fixture = Fixture.into(lake.spark());
    file = Path.of(Report.write(new Report(lake, CLOCK).html(), folder.resolve("out/report.html")));
    page = Jsoup.parse(Files.readString(file));
  }

  @Test
  void everyQuestionAskedForIsAccountedFor() {
    long rejected = fixture.rejections.stream().filter(r -> r.outcome().equals("rejected")).count();
    assertEquals(
        List.of(
            "All units",
            count(fixture.batches.size() * 5L),
            count(fixture.questions("pending")),
            count(fixture.questions("active")),
            count(fixture.questions("flagged")),
            count(rejected),
            count(fixture.rejections.size() - rejected)),
        line("yield", "All units").subList(0, 7));
    assertTrue(page.select("#yield p").text().contains("It adds up"));
    long articles =
        fixture.questions.stream()
            .filter(q -> q.unitId().equals("articles") && q.qualityStatus().equals("active"))
            .count();
    assertEquals(count(articles), line("yield", "articles").get(3));
    assertTrue(page.select("h1").text().startsWith(count(fixture.questions("active"))));
  }

  @Test
  void everyVerdictIsCountedAndUnscoredOnesApart() {
    List<Audit> mistral =
        fixture.audits.stream().filter(a -> a.auditor().equals("mistral")).toList();
    long failed =
        mistral.stream()
            .filter(a -> Boolean.FALSE.equals(a.gateCriteria().get("answer_correct")))
            .count();
    long unscored = mistral.stream().filter(a -> a.outcome().equals("unscored")).count();
    List<String> line = line("gate", "mistral: answer correct");
    assertEquals(
        List.of("gate", count(mistral.size() - failed - unscored), count(failed), count(unscored)),
        line.subList(1, 5));
    assertTrue(unscored > 0 && line.get(5).matches("\\d+\\.\\d% \\(\\d+\\.\\d to \\d+\\.\\d\\)"));
  }

  @Test
  void agreementIsAsInTheTableOfTheNewestComparison() {
    var row =
        fixture.agreement.stream()
            .filter(r -> r.criterion().equals("no_hallucination"))
            .findFirst()
            .orElseThrow();
    List<String> counts =
        row("agreement", "Counts and agreement: mistral and sonnet", "no hallucination");
    assertEquals(
        List.of(
            count(row.n()),
            count(row.excluded()),
            count(row.bothPass()),
            count(row.aOnlyFail()),
            count(row.bOnlyFail()),
            count(row.bothFail()),
            Format.percent(row.agreement(), row.agreementInterval()),
            Format.percent(row.agreementOnFail())),
        counts.subList(1, 9));
    List<String> tests =
        row(
            "agreement",
            "Fail rates, tests and coefficients: mistral and sonnet",
            "no hallucination");
    assertEquals(Format.p(row.mcnemarP()), tests.get(3));
    assertEquals(Format.decimal(row.kappa(), row.kappaInterval()), tests.get(6));
    assertEquals(3, page.select("#agreement h3").size());
  }

  @Test
  void whatIsUndefinedSaysWhy() {
    List<String> never =
        row("agreement", "Counts and agreement: human and sonnet", "question flagged (gate)");
    assertEquals("undefined: no fails", never.get(8));
    assertTrue(
        row(
                "blind-spots",
                "Flagged by one only: human and sonnet",
                "gate: any gate criterion failed")
            .get(5)
            .startsWith("undefined: "));
    assertEquals(
        "undefined: none counted",
        row("fit", "Fail rates and what they recommend", "mistral: natural french").get(4));
    assertEquals(
        "undefined: none scored by both",
        row("panels", "Agreement within panels", "register appropriate").get(5));
    assertEquals(
        "undefined: none counted",
        row("accuracy", "Accuracy per criterion", "natural french").get(3));
    assertFalse(page.text().contains("NaN") || page.text().contains("null"), page.text());
  }

  @Test
  void blindSpotsOpenToQuestionKeyEvidenceAndBothVerdicts() {
    assertEquals(
        count(
            fixture.blindSpots.stream()
                .filter(s -> s.definition().equals("gate") && s.flaggedBy().equals("mistral"))
                .count()),
        row(
                "blind-spots",
                "Flagged by one only: mistral and sonnet",
                "gate: any gate criterion failed")
            .get(2));
    assertEquals(20, page.select("#blind-spots details").size());
    for (Element spot : page.select("#blind-spots details")) {
      assertFalse(spot.select(".key, .answer").isEmpty(), spot.text());
      assertEquals(1, spot.select("blockquote").size());
      assertEquals(2, spot.select(".opinion").size());
      assertTrue(spot.select(".opinion").first().text().contains(" failed "), spot.text());
      assertTrue(spot.select(".opinion").last().text().contains(" passed "), spot.text());
    }
    assertTrue(page.select("#blind-spots p").text().contains("different sets of criteria"));
  }

  @Test
  void theNewestExperimentIsComparedInNumbersAndInWords() {
    assertEquals(
        List.of(
            "gate pass: mistral",
            "88.0",
            "94.1",
            "6.1 (3.8 to 8.4)",
            "3.3",
            "<0.001",
            "higher",
            "190",
            "10"),
        row("experiments", "v5 against v4", "gate pass: mistral"));
    assertEquals("undefined: none counted", row("experiments", "v5", "criterion: mistral").get(3));
    assertTrue(page.select("#experiments").text().contains("6.1 points more often than v4."));
  }

  @Test
  void missingVerdictsAreTestedInWords() {
    String said =
        row("unscored", "Unscored verdicts per auditor", "mistral: answer correct").get(4);
    assertTrue(said.contains("uneven by type (p <0.001; most in true_false, 18.8%)"), said);
    assertTrue(said.contains("by unit not tested (too few missing to tell)"), said);
  }

  @Test
  void recommendationsThatDifferFromTheRoleSaySo() {
    assertEquals(
        List.of("gate", "soft, but is gate", "undecided"),
        page.select("#fit tbody tr").stream().map(tr -> tr.child(5).text()).toList());
  }

  @Test
  void everyDayOfAuditsIsThere() {
    long scored =
        page.select("#trend tbody tr").stream()
            .mapToLong(
                tr -> Long.parseLong(tr.child(2).text()) + Long.parseLong(tr.child(5).text()))
            .sum();
    assertEquals(fixture.audits.size(), scored);
    assertEquals(3, page.select("#trend tbody th").eachText().stream().distinct().count());
  }

  @Test
  void costAddsUp() {
    BigDecimal cost =
        fixture.calls.stream().map(c -> c.costUsd()).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> all = line("cost", "All");
    assertEquals(Format.dollars(cost), all.get(9));
    assertEquals(count(fixture.calls.size()), all.get(2));
    long dead = fixture.calls.stream().filter(c -> !c.ok()).count();
    assertEquals(
        dead,
        page.select("#dead-letters tbody tr").stream()
            .mapToLong(tr -> Long.parseLong(tr.child(4).text()))
            .sum());
  }

  @Test
  void hostileTextIsShownAndNotRun() {
    assertEquals(0, page.select("img, b, i").size());
    assertEquals(2, page.select("script:not([type])").size());
    assertTrue(page.select(".stem").text().contains("<script>alert('stem')</script>"));
    assertTrue(page.select(".notes").text().contains("</script><img src=x onerror=alert(1)>"));
    for (Element data : page.select("script[type=application/json]")) {
      assertFalse(data.data().contains("<"), data.data());
      assertFalse(data.data().contains("\u2028"), data.data());
    }
  }

  @Test
  void chartsCarryTheFiguresOfTheirTables() throws Exception {
    var chart = new ObjectMapper().readTree(page.select("#yield script").first().data());
    List<String> units =
        IntStream.range(0, chart.get("categories").size())
            .mapToObj(i -> chart.get("categories").get(i).asText())
            .toList();
    assertTrue(units.contains(Fixture.HOSTILE_UNIT), units.toString());
    long shown = 0;
    for (var series : chart.get("series")) {
      for (var value : series.get("values")) {
        shown += value.asLong();
      }
    }
    assertEquals(fixture.batches.size() * 5L, shown);
  }

  @Test
  void everyChartIsOfAKindThatTheScriptDrawsAndHasTablesBeside() throws Exception {
    List<String> kinds = new ArrayList<>();
    for (Element chart : page.select(".chart")) {
      var json = new ObjectMapper().readTree(chart.select("script").first().data());
      kinds.add(json.get("kind").asText());
      assertEquals("img", chart.attr("role"));
      assertTrue(chart.attr("aria-label").startsWith(json.get("label").asText()));
      assertTrue(Integer.parseInt(chart.attr("data-height")) > 60);
      assertFalse(chart.closest("section").select("table").isEmpty(), json.toString());
    }
    assertEquals(
        List.of("bars", "dots", "heat", "lines"), kinds.stream().distinct().sorted().toList());
  }

  @Test
  void anUndefinedShareHasNoMarkAndAnEmptyCell() throws Exception {
    var heat = new ObjectMapper().readTree(page.select("#agreement script").first().data());
    assertEquals(3, heat.get("columns").size());
    List<String> undefined = new ArrayList<>();
    heat.get("cells")
        .forEach(
            cell -> {
              if (cell.get("value").isNull()) {
                undefined.add(cell.get("text").asText());
              }
            });
    assertEquals(List.of("no fails", "no fails"), undefined);
    var accuracy = new ObjectMapper().readTree(page.select("#accuracy script").first().data());
    assertEquals("natural french", accuracy.get("categories").get(1).asText());
    assertTrue(accuracy.get("series").get(0).get("marks").get(1).isNull());
    assertEquals(
        List.of("mistral", "mistral, estimated", "sonnet", "sonnet, estimated"),
        accuracy.get("series").findValuesAsText("name"));
  }

  @Test
  void nothingIsLoadedFromAnywhere() throws Exception {
    assertEquals(0, page.select("link, iframe, object, embed, base, [src], form").size());
    assertEquals(
        List.of(),
        page.select("[href]").eachAttr("href").stream().filter(to -> !to.startsWith("#")).toList());
    String style = page.select("style").first().data();
    assertFalse(style.contains("url(") || style.contains("@import"), style);
    assertTrue(Files.size(file) < 2_000_000);
  }

  @Test
  void headingsAreInOrderAndEveryIdIsThereOnce() {
    int before = 0;
    for (Element heading : page.select("h1, h2, h3, h4")) {
      int level = heading.normalName().charAt(1) - '0';
      assertTrue(level <= before + 1, heading.text());
      before = level;
    }
    List<String> ids = page.select("[id]").eachAttr("id");
    assertEquals(ids.size(), ids.stream().distinct().count());
    assertTrue(
        page.select("nav a").eachAttr("href").stream().allMatch(to -> page.select(to).size() == 1));
  }

  @Test
  void theSampleShowsTheKeyOfEveryType() {
    assertEquals(
        fixture.questions.stream()
                .filter(q -> q.qualityStatus().equals("active"))
                .map(Question::type)
                .distinct()
                .count()
            * 2,
        page.select("#sample article").size());
    page.select("#sample article")
        .forEach(card -> assertFalse(card.select(".key, .answer").isEmpty(), card.text()));
  }

  @Test
  void anEmptyWarehouseSaysSoInEverySection() throws Exception {
    Document empty =
        Jsoup.parse(
            Files.readString(
                Path.of(new Report(lake, CLOCK).execute(folder.resolve("empty.html").toString()))));
    assertEquals("Nothing has been made yet", empty.select("h1").text());
    assertEquals(18, empty.select("main section").size());
    empty.select("main section").forEach(s -> assertEquals(1, s.select("p").size(), s.text()));
    assertEquals(0, empty.select("table").size());
  }

  @Test
  void aFolderIsNoFileToWriteTo() {
    JobException refused = assertThrows(JobException.class, () -> Report.write("", folder));
    assertTrue(refused.getMessage().contains("Cannot write the report to"), refused.getMessage());
    assertEquals(2, refused.exitCode().value());
  }

  private List<String> line(String section, String head) {
    List<List<String>> found =
        page.select("#" + section + " tr").stream()
            .map(tr -> tr.children().stream().map(Element::text).toList())
            .filter(cells -> cells.get(0).equals(head))
            .collect(Collectors.toList());
    assertEquals(1, found.size(), section + ": " + head);
    return found.get(0);
  }

  /** Of the table of that caption, or whose caption starts so. */
  private List<String> row(String section, String caption, String head) {
    List<List<String>> found =
        page.select("#" + section + " table").stream()
            .filter(table -> table.select("caption").text().startsWith(caption))
            .flatMap(table -> table.select("tr").stream())
            .map(tr -> tr.children().stream().map(Element::text).toList())
            .filter(cells -> cells.get(0).equals(head))
            .toList();
    assertEquals(1, found.size(), caption + ": " + head);
    return found.get(0);
  }

  private static String count(long count) {
    return Format.count(count);
  }
}
