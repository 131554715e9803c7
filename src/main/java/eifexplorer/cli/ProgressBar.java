package eifexplorer.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** The one line of a terminal that is drawn again and again; whoever writes anything else wipes it first. */
public final class ProgressBar {
  /** A longer line would wrap, and the next one would be drawn below it. */
  static final int WIDTH = 78;

  private final PrintWriter err;
  private boolean open;

  ProgressBar(PrintWriter err) {
    this.err = err;
  }

  /** Draws it in place of what it showed. */
  synchronized void draw(String text) {
    String fitting = text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
    err.printf(Locale.ROOT, "\r%-" + WIDTH + "s", fitting);
    err.flush();
    open = true;
  }

  /** Leaves an empty line behind, if it stands there: once the work is over a bar says nothing. */
  synchronized void wipe() {
    if (open) {
      err.printf(Locale.ROOT, "\r%-" + WIDTH + "s\r", "");
      err.flush();
      open = false;
    }
  }
}
