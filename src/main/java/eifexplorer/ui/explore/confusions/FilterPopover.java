package eifexplorer.ui.explore.confusions;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The filter of the pairs, set at leisure: classes, review, distance, what harms them; and the saved filters. Every change shows at once. */
final class FilterPopover extends VBox {
  private static final double WIDTH = 264;

  /** Numbers of doubtful images one may ask for. */
  private static final List<Integer> LEAST_SUSPECTS = List.of(0, 1, 2, 3, 5);

  private final PairListViewModel model;
  private final ClassChoice wrong =
      new ClassChoice(Texts.of("Class of the image"), label -> change(f -> f.withWrong(label)));
  private final ClassChoice confused =
      new ClassChoice(
          Texts.of("Class of its neighbour"), label -> change(f -> f.withConfused(label)));
  private final DistanceRange distance = new DistanceRange(this::change);
  private final CheckBox mutual = box(Texts.of("Mutual pairs only"), (f, on) -> f.withMutual(on));
  private final CheckBox copies =
      box(Texts.of("The same photograph only"), (f, on) -> f.withCopies(on));
  private final CheckBox flagged =
      box(Texts.of("Harmed by a flagged image"), (f, on) -> f.withFlagged(on));
  private final VBox comparison = new VBox(4);
  private final Flyout flyout;
  private boolean showing;

  /** A filter that opens in {@code flyout}. */
  FilterPopover(PairListViewModel model, SavedFilters saved, Flyout flyout) {
    this.model = model;
    this.flyout = flyout;
    setSpacing(8);
    getStyleClass().add("filter-popover");
    setPrefWidth(WIDTH);
    addContent(new SavedFiltersPane(saved));
    model.restrictionProperty().addListener((value, old, now) -> show());
  }

  private void addContent(SavedFiltersPane saved) {
    Segments<ReviewState> review =
        new Segments<>(
            List.of(ReviewState.values()),
            ReviewState::title,
            model.restrictionProperty().map(PairFilter::reviewed),
            state -> change(f -> f.withReviewed(state)));
    Segments<Integer> suspects =
        new Segments<>(
            LEAST_SUSPECTS,
            least -> least == 0 ? Texts.of("any") : "≥ " + least,
            model.restrictionProperty().map(PairFilter::suspects),
            least -> change(f -> f.withSuspects(least)));
    HBox actions =
        new HBox(
            8,
            button(Texts.of("Clear filters"), model::clearFilters),
            spacer(),
            button(Texts.of("Done"), flyout::close, "accent-button"));
    getChildren()
        .addAll(
            group(label(Texts.of("Class of the image"), "section-head"), wrong),
            group(label(Texts.of("Confused with"), "section-head"), confused),
            group(label(Texts.of("Review"), "section-head"), review),
            comparison,
            distance,
            mutual,
            copies,
            group(label(Texts.of("Doubtful among the most harmful"), "section-head"), suspects),
            flagged,
            saved,
            actions);
  }

  private CheckBox box(String name, BiFunction<PairFilter, Boolean, PairFilter> with) {
    CheckBox box = new CheckBox(name);
    box.selectedProperty().addListener((value, old, on) -> change(f -> with.apply(f, on)));
    return box;
  }

  private static VBox group(Node... nodes) {
    return new VBox(4, nodes);
  }

  private void change(UnaryOperator<PairFilter> how) {
    if (!showing) {
      model.restrictionProperty().set(how.apply(model.restrictionProperty().get()));
    }
  }

  private void show() {
    if (showing) {
      return;
    }
    showing = true;
    PairFilter filter = model.restrictionProperty().get();
    wrong.show(model.index(), row -> row.count().wrongLabel(), filter.wrong());
    confused.show(model.index(), row -> row.count().confusedLabel(), filter.confused());
    distance.show(filter, largest());
    mutual.setSelected(filter.mutual());
    copies.setSelected(filter.copies());
    flagged.setSelected(filter.flagged());
    showComparison();
    showing = false;
  }

  /** Only what the listed pairs can be. */
  private void showComparison() {
    ComparedPairs with = model.known().comparisonProperty().get();
    comparison.setVisible(with != null);
    comparison.setManaged(with != null);
    if (with == null) {
      comparison.getChildren().clear();
    } else if (comparison.getUserData() != with) {
      List<Optional<DiffKind>> kinds =
          Stream.concat(
                  Stream.of(Optional.<DiffKind>empty()), with.possible().stream().map(Optional::of))
              .toList();
      comparison
          .getChildren()
          .setAll(
              label(Texts.of("With the other model"), "section-head"),
              new Segments<>(
                  kinds,
                  kind -> kind.map(DiffKind::word).orElse(Texts.of("any")),
                  model.restrictionProperty().map(PairFilter::compared),
                  kind -> change(f -> f.withCompared(kind))));
    }
    comparison.setUserData(with);
  }

  private double largest() {
    List<PairItem> farthest = model.index().inOrder(PairOrder.FARTHEST);
    return farthest.isEmpty() ? 0 : farthest.get(0).pair().distance();
  }

  /** Opens it at a button, or closes it. */
  void toggle(Node button) {
    show();
    flyout.toggle(button, this);
    wrong.requestFocus();
  }
}
