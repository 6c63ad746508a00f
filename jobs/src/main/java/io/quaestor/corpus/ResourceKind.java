package io.quaestor.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What a link or medium leads to. */
enum ResourceKind {
  LINK(Set.of()),
  IMAGE(Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff")),
  AUDIO(Set.of("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac")),
  VIDEO(Set.of("mp4", "m4v", "webm", "mov", "ogv", "avi", "mkv")),
  EMBED(Set.of());

  private final Set<String> extensions;

  ResourceKind(Set<String> extensions) {
    this.extensions = extensions;
  }

  /** Name in the table {@code learning_resources}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that a link's or image's file extension tells, else this one. */
  ResourceKind at(String url) {
    String path = url.replaceFirst("(?s)[?#].*", "");
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return this != LINK && this != IMAGE
        ? this
        : Arrays.stream(values())
            .filter(kind -> kind.extensions.contains(extension))
            .findFirst()
            .orElse(this);
  }
}
