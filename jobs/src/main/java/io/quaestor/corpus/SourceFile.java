package io.quaestor.corpus;

import java.io.Serializable;

/**
 * A file to ingest.
 *
 * @param sourceUri where it is
 * @param path path relative to what was ingested, with {@code /} separators, beginning with the
 *     folder's name when a folder was given
 */
record SourceFile(String sourceUri, String path, long bytes) implements Serializable {

  /**
   * What its unit is called by: the first subfolder it is in, else the file itself, each with the
   * folder that was given.
   */
  String unitKey() {
    int first = path.indexOf('/');
    int second = first < 0 ? -1 : path.indexOf('/', first + 1);
    return second < 0 ? path : path.substring(0, second + 1);
  }

  String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Name without folders and extension. */
  static String stem(String path) {
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return path.endsWith("/") || dot <= 0 ? name : name.substring(0, dot);
  }
}
