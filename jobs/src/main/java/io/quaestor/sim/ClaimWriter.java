package io.quaestor.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the task {@code facts}: a sentence is a claim, and the words that could be taken for one
 * of its words are the confusions. Some quotes are not word for word.
 */
final class ClaimWriter {
  private static final int CONFUSIONS = 3;
  private static final String FAKE = "fake_quote";
  private static final String PARAPHRASED = "paraphrased_quote";

  private final Prompt prompt;
  private final Rates rates;
  private final Dice dice;
  private final Drafts drafts;

  ClaimWriter(Prompt prompt, Rates rates, Dice dice) {
    this.prompt = prompt;
    this.rates = rates;
    this.dice = dice;
    String language = prompt.request().path("language").asText();
    List<Sentence> sentences = prompt.passages().askable();
    this.drafts = new Drafts(prompt.passages(), Tongue.of(language, sentences));
  }

  /** In the order of the passage; fewer than asked when it has no more. */
  ObjectNode claims() {
    ObjectNode reply = Json.object();
    ArrayNode claims = reply.putArray("claims");
    for (Sentence sentence : chosen()) {
      Dice chance = dice.fork(sentence.text());
      Draft draft = draft(sentence, chance);
      if (draft != null) {
        claim(draft, chance, claims.addObject().put("claim_id", "c" + claims.size()));
      }
    }
    return reply;
  }

  private List<Sentence> chosen() {
    int least = Math.max(0, prompt.request().path("min").asInt(8));
    int most = Math.max(least, prompt.request().path("max").asInt(15));
    List<Sentence> sentences = prompt.passages().askable();
    List<Sentence> shuffled = new ArrayList<>(sentences);
    dice.shuffle(shuffled);
    int count = Math.min(least + dice.next(most - least + 1), sentences.size());
    List<Sentence> chosen = shuffled.subList(0, count);
    return sentences.stream().filter(chosen::contains).toList();
  }

  /** With as many confusions as wanted if any word has them. */
  private Draft draft(Sentence sentence, Dice chance) {
    Draft best = null;
    for (List<Word> key : drafts.keys("mcq_single", sentence, chance)) {
      Draft draft = drafts.make("mcq_single", key, Level.ALL.get(0), chance);
      if (draft != null && (best == null || draft.spare().size() > best.spare().size())) {
        best = draft;
      }
      if (best != null && best.spare().size() >= CONFUSIONS) {
        return best;
      }
    }
    return best;
  }

  private void claim(Draft draft, Dice chance, ObjectNode claim) {
    Sentence sentence = draft.sentence();
    boolean quantity = draft.keys().get(0).kind() == Word.Kind.NUMBER;
    claim.put("claim", sentence.text());
    claim.put("claim_type", quantity ? "quantity" : "fact");
    claim.set("evidence_span_ids", Json.array(List.of(sentence.spanId())));
    claim.set("evidence_quotes", Json.array(quotes(draft, chance)));
    List<String> confusions =
        draft.spare().stream().limit(CONFUSIONS).map(Draft.Wrong::text).toList();
    claim.set("common_confusions", Json.array(confusions));
  }

  private List<String> quotes(Draft draft, Dice chance) {
    String defect = rates.draw(List.of(FAKE, PARAPHRASED), chance);
    if (FAKE.equals(defect)) {
      return QuoteDefect.alter(draft, chance).quotes();
    }
    return List.of(
        PARAPHRASED.equals(defect)
            ? Text.fold(Drafts.gapped(draft.sentence(), draft.keys(), ""))
            : draft.sentence().text());
  }
}
