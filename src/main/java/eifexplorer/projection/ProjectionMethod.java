package eifexplorer.projection;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How points get from many dimensions to two. */
public enum ProjectionMethod {
  /** The two directions of largest variance. */
  PCA("pca", "PCA"),
  /** Uniform manifold approximation and projection (McInnes, Healy, Melville, 2018). */
  UMAP("umap", "UMAP"),
  /** UMAP's loss, minimised over the weights of a small network (Sainburg, McInnes, Gentner, 2021). */
  PARAMETRIC_UMAP("parametric-umap", "Parametric UMAP");

  private final String id;
  private final String title;

  ProjectionMethod(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Its name on the command line and in files. */
  public String id() {
    return id;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** True if it places points by their neighbours. */
  public boolean usesNeighbours() {
    return this != PCA;
  }

  /** The method of this name. Throws {@link ProblemException} listing the names there are. */
  public static ProjectionMethod named(String id) {
    return Arrays.stream(values())
        .filter(method -> method.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badValue(
                    "method",
                    id,
                    Arrays.stream(values()).map(m -> m.id).collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return title;
  }
}
