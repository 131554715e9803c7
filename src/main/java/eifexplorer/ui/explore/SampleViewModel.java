package eifexplorer.ui.explore;

import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The chosen training image: why it is there, and where its file is. */
public final class SampleViewModel {
  private final FxJobs jobs;
  private final FileManager files;
  private final NoticesViewModel notices;
  private final ReadOnlyObjectWrapper<InfluenceItem> item = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");

  /** A model without a training image yet. */
  public SampleViewModel(FxJobs jobs, FileManager files, NoticesViewModel notices) {
    this.jobs = jobs;
    this.files = files;
    this.notices = notices;
  }

  /** The training image; null if none is chosen. */
  public ReadOnlyObjectProperty<InfluenceItem> itemProperty() {
    return item.getReadOnlyProperty();
  }

  /** What moves its loss, in a sentence; empty for estimators that do not say. */
  public ReadOnlyStringProperty explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** Shows a training image with the scores it stands in. */
  public void show(InfluenceItem chosen, RankedInfluence influence) {
    explanation.set(explain(chosen, influence.scores()));
    item.set(chosen);
  }

  /** Shows none. */
  public void clear() {
    item.set(null);
    explanation.set("");
  }

  private static String explain(InfluenceItem chosen, InfluenceScores scores) {
    if (scores.thetas() == 0) {
      return "";
    }
    double distance = scores.deltaDistance(0);
    double loss = scores.deltaLoss(0, chosen.trainIndex());
    return "When the weights move so that the distance "
        + (distance < 0 ? "shrinks" : "grows")
        + " by "
        + Texts.signed(distance).substring(1)
        + ", the loss of this image "
        + (loss < 0 ? "falls" : "rises")
        + " by "
        + Texts.signed(loss).substring(1)
        + ".";
  }

  /** The image's file; empty if there is none. */
  public Optional<Path> file() {
    return Optional.ofNullable(item.get()).flatMap(chosen -> chosen.picture().file());
  }

  /** Shows the file in the platform's file manager. */
  public void reveal() {
    file()
        .ifPresent(
            path ->
                jobs.start(
                    "Show " + path.getFileName(),
                    Lane.IO,
                    context -> {
                      files.reveal(path);
                      return path;
                    },
                    Outcome.of(shown -> {}, notices::show)));
  }
}
