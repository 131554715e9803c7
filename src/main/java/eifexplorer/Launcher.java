package eifexplorer;

/** Starts EIF Explorer. */
public final class Launcher {
  private Launcher() {}

  /** Entry point; without arguments the window, with arguments the command line. */
  public static void main(String[] args) {}
}
