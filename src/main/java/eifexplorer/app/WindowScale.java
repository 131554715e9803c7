package eifexplorer.app;

/** How large everything in the window is. */
final class WindowScale {
  private WindowScale() {}

  /**
   * Sets the size before the toolkit starts, which reads it once; text, pictures and what pops up follow. On macOS the
   * system's display settings alone decide.
   *
   * @param percent of a pixel for each unit of the window; 0 for what the system says
   */
  static void use(int percent) {
    if (percent != 0) {
      for (String platform : new String[] {"gtk", "win"}) {
        String property = "glass." + platform + ".uiScale";
        System.setProperty(property, System.getProperty(property, percent + "%"));
      }
    }
  }
}
