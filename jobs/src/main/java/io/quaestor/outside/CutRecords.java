package io.quaestor.outside;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/** Lines, in their order within a part of a file, to records. */
record CutRecords(Quoting quoting, BlockStarts starts)
    implements MapPartitionsFunction<TextLine, Piece> {

  @Override
  public Iterator<Piece> call(Iterator<TextLine> lines) {
    return new Pieces(lines);
  }

  private final class Pieces implements Iterator<Piece> {
    private final Iterator<TextLine> lines;
    private final Queue<Piece> ready = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private TextLine last;
    private long line;
    private long number;
    private long from;

    Pieces(Iterator<TextLine> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && lines.hasNext()) {
        add(lines.next());
      }
      if (ready.isEmpty()) {
        flush();
      }
      return !ready.isEmpty();
    }

    @Override
    public Piece next() {
      return hasNext() ? ready.remove() : null;
    }

    private void add(TextLine next) {
      if (last == null || last.block() != next.block() || !last.file().equals(next.file())) {
        flush();
        BlockStarts.Start start = starts.of(next);
        line = start.line() - 1;
        number = start.openedAt();
        from = line + 1;
      }
      last = next;
      line++;
      boolean inside = number > 0;
      if (!inside) {
        number = line;
        from = line;
      }
      if (line - from < Piece.MOST_LINES) {
        text.append(line == from ? "" : "\n").append(next.text());
      }
      if (!quoting.endsInside(next.text(), inside)) {
        flush();
      }
    }

    private void flush() {
      if (number > 0 && line >= from) {
        ready.add(new Piece(last.file(), number, from, line - from + 1, text.toString()));
      }
      text.setLength(0);
      number = 0;
      from = line + 1;
    }
  }
}
