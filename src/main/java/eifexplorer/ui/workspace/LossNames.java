package eifexplorer.ui.workspace;

import eifexplorer.training.LossSpec;

/** The losses as people call them; scripts and files keep the authors' names. */
public final class LossNames {
  private LossNames() {}

  /** {@code ProxyNCA++} or {@code SoftTriple}. */
  public static String of(LossSpec loss) {
    return switch (loss.kind()) {
      case PROXY_NCA -> "ProxyNCA++";
      case SOFT_TRIPLE -> "SoftTriple";
    };
  }
}
