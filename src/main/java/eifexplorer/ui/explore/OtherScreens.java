package eifexplorer.ui.explore;

import eifexplorer.ui.explore.copies.CopiesViewModel;
import eifexplorer.ui.explore.strips.InfluenceItem;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is looked at in Explore, handed to the screens that review it, show it on the map or open models. */
public final class OtherScreens {
  private final Supplier<@Nullable InfluenceItem> chosen;
  private Reviewing reviewing =
      new Reviewing(trainIndex -> {}, trainIndex -> {}, correction -> {}, images -> {});
  private Locating locating = new Locating(() -> {}, trainIndex -> {});
  private Consumer<String> models = modelId -> {};

  /**
   * Nobody is there yet.
   *
   * @param chosen the chosen training image; null if none is
   */
  OtherScreens(Supplier<@Nullable InfluenceItem> chosen) {
    this.chosen = chosen;
  }

  /**
   * What images are handed to.
   *
   * @param relabel shows it in Review, by its index
   * @param exclude leaves it out of training, or takes that back
   * @param correct gives a training or test image a class, or leaves it out
   * @param only has several, by their paths, alone in the queue of Review
   */
  public record Reviewing(
      IntConsumer relabel,
      IntConsumer exclude,
      Consumer<CopiesViewModel.Correction> correct,
      Consumer<Set<String>> only) {}

  /**
   * Who shows what is looked at on the map.
   *
   * @param pair shows the pair
   * @param training shows a training image, by its index
   */
  public record Locating(Runnable pair, IntConsumer training) {}

  /** Hands images here from now on. */
  public void reviewWith(Reviewing newReviewing) {
    reviewing = newReviewing;
  }

  /** Has what is looked at shown on the map by these from now on. */
  public void locateWith(Locating newLocating) {
    locating = newLocating;
  }

  /** Opens models of the workspace with this from now on, by their ids. */
  public void openModelsWith(Consumer<String> newModels) {
    models = newModels;
  }

  /** Opens a model of the workspace. */
  void openModel(String modelId) {
    models.accept(modelId);
  }

  /** Shows the pair on the map. */
  void locatePair() {
    locating.pair().run();
  }

  /** Shows the chosen training image on the map. */
  void locateChosen() {
    handChosen(locating.training());
  }

  /** Shows the chosen training image in Review. */
  void relabel() {
    handChosen(reviewing.relabel());
  }

  /** Leaves the chosen training image out of training, in the journal, or takes that back. */
  void exclude() {
    handChosen(reviewing.exclude());
  }

  private void handChosen(IntConsumer to) {
    InfluenceItem item = chosen.get();
    if (item != null) {
      to.accept(item.trainIndex());
    }
  }

  /** Gives an image a class, or leaves it out. */
  void correct(CopiesViewModel.Correction correction) {
    reviewing.correct().accept(correction);
  }

  /** Has images, by their paths, alone in the queue of Review. */
  void review(Set<String> images) {
    reviewing.only().accept(images);
  }
}
