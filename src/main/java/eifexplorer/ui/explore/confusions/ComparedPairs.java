package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.Confusions;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.session.diff.ModelDiff;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What another model makes of the images of the listed pairs; immutable. */
public final class ComparedPairs {
  private final String other;
  private final boolean ownIsBefore;
  private final @Nullable DiffKind[] kinds;

  /**
   * What a comparison says of a session's pairs.
   *
   * @param other title of the other model
   * @param ownIsBefore whether the session's own model is the first of the two
   * @param size test images of the session
   */
  public ComparedPairs(ModelDiff diff, String other, boolean ownIsBefore, int size) {
    this.other = other;
    this.ownIsBefore = ownIsBefore;
    kinds = new DiffKind[size];
    for (DiffImage image : diff.images()) {
      int own = ownIsBefore ? image.before() : image.after();
      if (own != Confusions.NONE) {
        kinds[own] = image.kind();
      }
    }
  }

  /** What became of a pair's image; empty if the other model does not have it. */
  Optional<DiffKind> kind(PairItem item) {
    return Optional.ofNullable(kinds[item.pair().wrong()]);
  }

  /** What a pair can be here: the session's own are wrong with its own model, so two of the three. */
  List<DiffKind> possible() {
    return List.of(ownIsBefore ? DiffKind.FIXED : DiffKind.NEW, DiffKind.STILL);
  }

  /** What a kind means here, in a sentence. */
  String meaning(DiffKind kind) {
    return switch (kind) {
      case FIXED ->
          Texts.of("Fixed by the model {0}: its nearest neighbour there has its class.", other);
      case NEW -> Texts.of("New: with the model {0} its nearest neighbour has its class.", other);
      case STILL ->
          Texts.of(
              "Still confused: with the model {0} too its nearest neighbour has another class.",
              other);
    };
  }
}
