package eifexplorer.session;

import eifexplorer.projection.KeptMap;
import eifexplorer.projection.ProjectionOptions;
import java.util.Optional;

/**
 * Which map of a session is wanted.
 *
 * @param source what is laid out
 * @param options how
 * @param from the map of other weights to begin from, so that the eye can follow; empty for a map of its own
 */
public record MapRequest(MapSource source, ProjectionOptions options, Optional<KeptMap> from) {
  /** The usual map: of the embeddings, on its own. */
  public static final MapRequest DEFAULT =
      new MapRequest(MapSource.EMBEDDINGS, ProjectionOptions.DEFAULT, Optional.empty());

  /** The same, begun from another map. */
  public MapRequest from(KeptMap map) {
    return new MapRequest(source, options, Optional.of(map));
  }
}
