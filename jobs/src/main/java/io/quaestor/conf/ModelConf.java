package io.quaestor.conf;

import java.io.Serializable;
import java.util.List;

/**
 * A model that asks may name by its alias.
 *
 * @param provider name of a provider
 * @param id the id the provider knows it by
 * @param limitClass models that share one budget name the same class; null: its own
 * @param tokenizerFactor tokens of this model per token of the offline estimate
 * @param prices newest effective band first or last, the order does not matter
 */
public record ModelConf(
    String provider,
    String id,
    String limitClass,
    double tokenizerFactor,
    AcceptsConf accepts,
    LimitsConf limits,
    List<PriceConf> prices)
    implements Serializable {

  /** The same model at another account. */
  ModelConf at(String account, LimitsConf itsLimits) {
    return new ModelConf(account, id, limitClass, tokenizerFactor, accepts, itsLimits, prices);
  }
}
