package io.quaestor.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quaestor.JobException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestJsonAnswer {
  private final JsonAnswer answer = new JsonAnswer("verdict", Fixtures.SCHEMAS.get("verdict"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"level\":\"advanced\"}",
        "  {\"level\" : \"ADVANCED\"}\n",
        "```json\n{\"level\":\"Advanced\"}\n```",
        "Here {it} is: {\"level\":\"advanced\"} as [you] asked {sic}.",
        "{\"other\":{\"a\":[1,2,3,4,5,6]}} or rather {\"level\":\"advanced\"}"
      })
  void validValueIsFoundAndSpeltLikeTheSchema(String text) {
    assertEquals("{\"level\":\"advanced\"}", answer.check(text).json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "No.", "{\"level\":\"adva", "{level: advanced}", "```json\n```"})
  void textWithoutJsonIsNamedSo(String text) {
    JsonAnswer.Checked checked = answer.check(text);
    assertNull(checked.json());
    assertEquals(JsonAnswer.NOT_JSON, checked.code());
  }

  @Test
  void mismatchNamesThePlaceAndNotTheValue() {
    JsonAnswer.Checked checked = answer.check("{\"level\":\"SECRET\",\"more\":1}");
    assertNull(checked.json());
    assertEquals(JsonAnswer.SCHEMA_MISMATCH, checked.code());
    assertEquals("$.level: enum; $: additionalProperties more", checked.problem());
  }

  @Test
  void enumsAreSpeltInListsReferencesAndBranches() {
    JsonAnswer nested =
        new JsonAnswer(
            "nested",
            """
            {"type":"object","$defs":{"yn":{"enum":["Yes","No"]}},"properties":{
              "list":{"type":"array","items":{"$ref":"#/$defs/yn"}},
              "any":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/yn"}]}}}
            """);
    assertEquals(
        "{\"list\":[\"Yes\",\"No\"],\"any\":\"No\"}",
        nested.check("{\"list\":[\"yes\",\"NO\"],\"any\":\"no\"}").json());
  }

  @Test
  void numbersKeepEveryDigit() {
    JsonAnswer any = new JsonAnswer("any", "{\"type\":\"object\"}");
    String exact = "{\"a\":0.10,\"b\":12345678901234567890.123456789,\"c\":1}";
    assertEquals(exact, any.check(exact).json());
  }

  @Test
  void schemaThatIsNotJsonIsNamed() {
    JobException e = assertThrows(JobException.class, () -> new JsonAnswer("x", "{"));
    assertEquals("Schema x is not JSON.", e.getMessage());
  }
}
