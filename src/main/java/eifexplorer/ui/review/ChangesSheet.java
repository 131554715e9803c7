package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.retrain.HeadComparison;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Over the screen: the diff, the label revisions, a second annotator, before and after. */
final class ChangesSheet extends VBox {
  /** What it shows. */
  enum Tab {
    DIFF(Texts.of("Diff")),
    REVISIONS(Texts.of("Revisions")),
    ANNOTATORS(Texts.of("Annotators")),
    COMPARE(Texts.of("Before and after"));

    private final String title;

    Tab(String title) {
      this.title = title;
    }
  }

  private final ReviewViewModel model;
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.DIFF);
  private final Map<Tab, Node> panes = new EnumMap<>(Tab.class);
  private final StackPane body = new StackPane();

  ChangesSheet(ReviewViewModel model, PictureLoader pictures) {
    super(12);
    this.model = model;
    getStyleClass().add("changes-sheet");
    setId("changes");
    setVisible(false);
    panes.put(Tab.DIFF, new DiffPane(model, pictures, this::close));
    panes.put(Tab.REVISIONS, new RevisionsPane(model, () -> tab.set(Tab.COMPARE)));
    panes.put(Tab.ANNOTATORS, new AnnotatorsPane(model, pictures, this::close));
    panes.put(Tab.COMPARE, new ComparePane(model));
    Segments<Tab> tabs = new Segments<>(List.of(Tab.values()), of -> of.title, tab, tab::set);
    HBox head =
        new HBox(8, tabs, spacer(), iconButton(Feather.X, Texts.of("Close (Esc)"), this::close));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
    tab.addListener((value, old, now) -> showTab());
    showTab();
  }

  private void showTab() {
    body.getChildren().setAll(panes.get(tab.get()));
  }

  /** Shows before and after, and trains the heads if that was not done with the current labels. */
  void compare() {
    tab.set(Tab.COMPARE);
    setVisible(true);
    int current = model.staged().currentProperty().get();
    HeadComparison found = model.compare().comparisonProperty().get();
    boolean done = found != null && found.after() == current;
    if (current > 0 && !done && !model.compare().busyProperty().get()) {
      model.compare().run(0, current);
    }
  }

  /** Shows what is staged, or closes. */
  void toggle() {
    show(Tab.DIFF);
  }

  /** Shows the label revisions, or closes. */
  void revisions() {
    show(Tab.REVISIONS);
  }

  private void show(Tab wanted) {
    boolean again = isVisible() && tab.get() == wanted;
    tab.set(wanted);
    setVisible(!again);
  }

  /** Closes it; false if it is not open. */
  boolean close() {
    boolean open = isVisible();
    setVisible(false);
    return open;
  }
}
