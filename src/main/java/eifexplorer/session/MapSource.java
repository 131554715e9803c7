package eifexplorer.session;

import eifexplorer.problem.ProblemException;

/** What a map lays out. */
public enum MapSource {
  /** Embeddings scaled to length 1, which confusions and most losses go by. */
  EMBEDDINGS("embeddings"),
  /** What the back bone makes of the images, before the last layer. */
  FEATURES("features");

  private final String id;

  MapSource(String id) {
    this.id = id;
  }

  /** Its name on the command line and in files. */
  public String id() {
    return id;
  }

  /** The one of this name. Throws {@link ProblemException} listing the names there are. */
  public static MapSource named(String id) {
    for (MapSource source : values()) {
      if (source.id.equals(id)) {
        return source;
      }
    }
    throw ProblemException.badValue("of", id, "embeddings, features");
  }

  @Override
  public String toString() {
    return this == EMBEDDINGS ? "Embeddings" : "Features";
  }
}
