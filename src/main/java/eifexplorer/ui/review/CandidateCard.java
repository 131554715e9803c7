package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A class the image may belong to: its key, how likely it is, typical images. A click decides. */
final class CandidateCard extends VBox {
  private static final PseudoClass GIVEN = PseudoClass.getPseudoClass("given");
  private static final int COLUMNS = 2;

  private final String key;
  private final NameLabel name = new NameLabel("card-name");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label probability = label("", "mono");
  private final Label keep = label("keep", "small", "muted");
  private final PictureRow upper;
  private final PictureRow lower;

  /** A card without a class; {@code chosen} is run by a click. */
  CandidateCard(PictureLoader pictures, String key, Runnable chosen) {
    super(6);
    this.key = key;
    getStyleClass().add("candidate-card");
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.BUTTON);
    bar.getStyleClass().add("thin-bar");
    bar.setMinWidth(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    probability.setMinWidth(USE_PREF_SIZE);
    Label cap = key(key);
    cap.setMinWidth(USE_PREF_SIZE);
    keep.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(6, cap, keep, bar, probability);
    line.setAlignment(Pos.CENTER_LEFT);
    upper = new PictureRow(pictures, COLUMNS, 0.94);
    lower = new PictureRow(pictures, COLUMNS, 0.94);
    name.setMaxWidth(Double.MAX_VALUE);
    VBox exemplars = new VBox(4, upper, lower);
    getChildren().addAll(name, line, exemplars);
    setOnMouseClicked(event -> chosen.run());
  }

  void show(@Nullable Candidate candidate, boolean given) {
    setVisible(candidate != null);
    pseudoClassStateChanged(GIVEN, given);
    keep.setVisible(given);
    keep.setManaged(given);
    List<PictureRow.Entry> entries =
        candidate != null
            ? candidate.exemplars().stream().map(CandidateCard::entry).toList()
            : List.of();
    upper.show(entries.subList(0, Math.min(COLUMNS, entries.size())));
    lower.show(entries.size() > COLUMNS ? entries.subList(COLUMNS, entries.size()) : List.of());
    if (candidate == null) {
      setAccessibleText(null);
      return;
    }
    name.setName(candidate.name());
    boolean known = candidate.probability().isPresent();
    bar.setVisible(known);
    probability.setText(
        known ? String.format(Locale.ENGLISH, "%.2f", candidate.probability().getAsDouble()) : "");
    bar.setProgress(candidate.probability().orElse(0));
    setAccessibleText(
        "Key " + key + ": " + candidate.name() + (known ? ", " + probability.getText() : ""));
  }

  private static PictureRow.Entry entry(Picture picture) {
    return new PictureRow.Entry(
        picture, picture.subtitle() + ", " + picture.title(), Optional.empty(), Optional.empty());
  }

  /** In a small window one row of exemplars. */
  void compact(boolean small) {
    lower.setVisible(!small);
    lower.setManaged(!small);
  }
}
