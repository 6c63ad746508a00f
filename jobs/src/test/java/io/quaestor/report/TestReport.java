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
    lake = Lake.open(TestSession.spark(), folder.resolve("empty").toString());
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
  void agreementAndBlindSpotsAreAsInTheTables() {
    var row =
        fixture.agreement.stream()
            .filter(r -> r.criterion().equals("no_hallucination"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(
            count(row.n()),
            count(row.excluded()),
            count(row.bothPass()),
            count(row.aOnlyFail()),
            count(row.bOnlyFail()),
            count(row.bothFail())),
        line("agreement", "no hallucination").subList(1, 7));
    assertEquals(Format.decimal(row.kappa()), line("agreement", "no hallucination").get(9));
    assertEquals(
        count(
            fixture.blindSpots.stream()
                .filter(s -> s.definition().equals("gate") && s.flaggedBy().equals("mistral"))
                .count()),
        line("blind-spots", "gate: any gate criterion failed").get(2));
    assertEquals(20, page.select("#blind-spots article").size());
    assertTrue(page.select("#blind-spots p").text().contains("different sets of criteria"));
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
    assertEquals(0, page.select("img, b").size());
    assertEquals(2 + 4, page.select("script").size(), "two scripts and four charts' data");
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
    for (Element heading : page.select("h1, h2, h3")) {
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
    assertEquals(11, empty.select("main section").size());
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

  private static String count(long count) {
    return Format.count(count);
  }
}
