package io.quaestor.corpus;

/**
 * A link or medium where it stands in a document.
 *
 * @param title null for none
 * @param text null for none
 * @param block index of the block it stands in; when it stands alone, of the block before it
 */
record Mention(ResourceKind kind, String url, String title, String text, int block) {

  Mention at(int other) {
    return new Mention(kind, url, title, text, other);
  }
}
