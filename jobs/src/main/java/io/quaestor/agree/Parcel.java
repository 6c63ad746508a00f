package io.quaestor.agree;

import java.io.Serializable;
import java.util.List;

/**
 * Slips for one partition: many in one object, since the shuffle's cost is by the object.
 *
 * @param asked what the codes of verdicts in it mean
 * @param slips as {@link Slips} writes them
 */
record Parcel(List<Asked> asked, byte[] slips) implements Serializable {}
