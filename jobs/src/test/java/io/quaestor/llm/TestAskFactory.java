package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quaestor.JobException;
import io.quaestor.conf.Conf;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestAskFactory {
  private static final Conf CONF = Fixtures.conf("http://127.0.0.1:1", Fixtures.CALLS);
  private final AskFactory factory = new AskFactory(CONF, Fixtures.SCHEMAS);

  private static AskDraft draft(String system, String prefix, String user) {
    return new AskDraft("mistral", "audit", "q", 0, system, prefix, user, null, null, 10, null);
  }

  @Test
  void idDependsOnNothingButTheContent() {
    assertEquals(
        factory.ask(Fixtures.draft("mistral", "Why?")).askId(),
        new AskFactory(CONF, Fixtures.SCHEMAS).ask(Fixtures.draft("mistral", "Why?")).askId());
  }

  @Test
  void idDoesNotChangeBetweenVersions() {
    assertEquals(
        "d74294e044182ce71bb6fecb38e065cae3261f0e505b5825840da4e8ddec6370",
        factory.ask(draft("a", "b", "c")).askId());
  }

  @Test
  void textCannotMoveBetweenPartsUnnoticed() {
    Set<String> ids = new HashSet<>();
    ids.add(factory.ask(draft("ab", "", "c")).askId());
    ids.add(factory.ask(draft("a", "b", "c")).askId());
    ids.add(factory.ask(draft("a", "", "bc")).askId());
    ids.add(factory.ask(draft("", "ab", "c")).askId());
    ids.add(factory.ask(draft("a\nprefix 1\nb", "", "c")).askId());
    assertEquals(5, ids.size());
  }

  @Test
  void everyPartThatIsSentCounts() {
    Set<String> ids = new HashSet<>();
    String[] models = {"anthropic", "mistral", "openai"};
    for (String model : models) {
      for (Double temperature : new Double[] {null, 0.0, 0.5}) {
        for (Long seed : new Long[] {null, 0L, 1L}) {
          for (int sample = 0; sample < 2; sample++) {
            ids.add(
                factory
                    .ask(
                        new AskDraft(
                            model, "p", "s", sample, null, null, "u", null, temperature, 10, seed))
                    .askId());
          }
        }
      }
    }
    assertEquals(3 * 3 * 3 * 2, ids.size());
  }

  @Test
  void schemaCountsByItsTextAndNotItsName() {
    String id = factory.ask(Fixtures.draft("mistral", "u")).askId();
    AskFactory other = new AskFactory(CONF, Map.of("verdict", "{}"));
    assertNotEquals(id, other.ask(Fixtures.draft("mistral", "u")).askId());
  }

  @Test
  void purposeAndSubjectDoNotCount() {
    AskDraft a = new AskDraft("mistral", "p", "s", 0, null, null, "u", null, null, 10, null);
    AskDraft b = new AskDraft("mistral", "x", "y", 0, "", "", "u", null, null, 10, null);
    assertEquals(factory.ask(a).askId(), factory.ask(b).askId());
  }

  @Test
  void unknownModelIsNamedWithTheOnesThatExist() {
    JobException e =
        assertThrows(JobException.class, () -> factory.ask(Fixtures.draft("haiku", "u")));
    assertEquals("No model is called haiku.", e.getMessage());
    assertTrue(e.remedy().contains("[anthropic, mistral, openai, plain]"), e.remedy());
  }

  @Test
  void unknownSchemaIsNamed() {
    AskFactory none = new AskFactory(CONF, Map.of());
    JobException e =
        assertThrows(JobException.class, () -> none.ask(Fixtures.draft("mistral", "u")));
    assertEquals("No schema is called verdict.", e.getMessage());
  }
}
