package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A class the image may belong to: its whole name, its key, how likely it is on one scale for all cards, typical images. A
 * click decides; the pointer on a typical image enlarges it.
 */
final class CandidateCard extends VBox {
  private static final PseudoClass GIVEN = PseudoClass.getPseudoClass("given");
  private static final int EXEMPLARS = 2;
  private static final double GAP = 4;

  private final String key;
  private final NameLabel name = new NameLabel("card-name");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label probability = label("", "mono");
  private final Label keep = label(Texts.of("keep"), "small", "muted");
  private final List<PictureView> pictures = new ArrayList<>();
  private List<Picture> exemplars = List.of();

  /**
   * A card without a class.
   *
   * @param columns how many typical images stand side by side, 1 or 2
   * @param chosen is run by a click
   * @param enlarge shows a typical image large; empty when the pointer leaves it
   */
  CandidateCard(
      PictureLoader loader,
      String key,
      int columns,
      Runnable chosen,
      Consumer<Optional<Picture>> enlarge) {
    super(6);
    this.key = key;
    getStyleClass().add("candidate-card");
    setMinWidth(0);
    setAccessibleRole(AccessibleRole.BUTTON);
    bar.getStyleClass().add("thin-bar");
    bar.setMinWidth(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    probability.setMinWidth(USE_PREF_SIZE);
    Label cap = key(key);
    cap.setMinWidth(USE_PREF_SIZE);
    keep.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(6, cap, keep, spacer(), probability);
    line.setAlignment(Pos.CENTER_LEFT);
    name.setLines(2);
    name.setAlignment(Pos.TOP_LEFT);
    name.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(name, line, bar);
    HBox row = new HBox(GAP);
    for (int i = 0; i < EXEMPLARS; i++) {
      row.getChildren().add(exemplar(loader, i, columns, enlarge));
      if (row.getChildren().size() == columns) {
        getChildren().add(row);
        row = new HBox(GAP);
      }
    }
    setOnMouseClicked(event -> chosen.run());
  }

  private PictureView exemplar(
      PictureLoader loader, int place, int columns, Consumer<Optional<Picture>> enlarge) {
    PictureView picture = new PictureView(loader, PictureView.SMALL, PictureView.Fit.SUBJECT);
    double height = columns == 1 ? 79 : 63;
    picture.setMinHeight(height);
    picture.setMaxHeight(height);
    picture.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(picture, Priority.ALWAYS);
    picture.setOnMouseEntered(
        event -> {
          if (place < exemplars.size()) {
            enlarge.accept(Optional.of(exemplars.get(place)));
          }
        });
    picture.setOnMouseExited(event -> enlarge.accept(Optional.empty()));
    pictures.add(picture);
    return picture;
  }

  void show(@Nullable Candidate candidate, boolean given) {
    setVisible(candidate != null);
    pseudoClassStateChanged(GIVEN, given);
    keep.setVisible(given);
    keep.setManaged(given);
    exemplars = candidate == null ? List.of() : candidate.exemplars();
    for (int i = 0; i < pictures.size(); i++) {
      pictures.get(i).show(i < exemplars.size() ? exemplars.get(i) : null);
    }
    if (candidate == null) {
      setAccessibleText(null);
      return;
    }
    name.setName(candidate.name());
    boolean known = candidate.probability().isPresent();
    bar.setVisible(known);
    probability.setText(known ? Texts.coefficient(candidate.probability().getAsDouble()) : "");
    bar.setProgress(candidate.probability().orElse(0));
    setAccessibleText(
        Texts.of(
            "Key {0}: {1}{2}", key, candidate.name(), known ? ", " + probability.getText() : ""));
  }

  /** In a small window one row of typical images. */
  void compact(boolean small) {
    Node last = getChildren().get(getChildren().size() - 1);
    boolean only = last == pictures.get(0).getParent();
    last.setVisible(only || !small);
    last.setManaged(only || !small);
  }
}
