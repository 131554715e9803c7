package eifexplorer.ui.workspace;

import eifexplorer.training.LossSpec;

/** The losses as people call them; scripts and files keep the authors' names. */
public final class LossNames {
  private LossNames() {}

  /** Such as {@code ProxyNCA++}. */
  public static String of(LossSpec loss) {
    return loss.title();
  }
}
