package eifexplorer.ui.explore.inspector;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Patience;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tip;
import eifexplorer.ui.kit.Tips;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Over a photograph while the other one is pinned: which neighbour it is, and the ways to the next. */
final class NeighbourBadge extends HBox {
  private static final PseudoClass SAME = PseudoClass.getPseudoClass("same");

  private final NeighbourWalkViewModel walk;
  private final PairMember member;
  private final Label text = label("");
  private final Label sameClass = label("");
  private final FontIcon mark = new FontIcon(Feather.X);
  private final Button nearer;
  private final Tip tip = Tips.on(this, "");

  NeighbourBadge(InspectorViewModel model, PairMember member) {
    super(6);
    this.member = member;
    walk = model.walk();
    setId(member == PairMember.SECOND ? "neighbour" : "neighbour-of-second");
    getStyleClass().add("photo-badge");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setMargin(this, new Insets(8));
    sameClass.setGraphic(mark);
    nearer = iconButton(Feather.ARROW_UP, Texts.of("Nearer neighbour (↑)"), () -> model.step(-1));
    Button farther =
        iconButton(Feather.ARROW_DOWN, Texts.of("Farther neighbour (↓)"), () -> model.step(1));
    getChildren().addAll(text, sameClass, new HBox(nearer, farther));
    walk.walkedProperty().addListener((value, old, now) -> show());
    walk.pinnedProperty().addListener((value, old, now) -> show());
    walk.failureProperty().addListener((value, old, now) -> show());
    Patience.on(walk.searchingProperty(), this::showSearching);
    show();
  }

  private void showSearching(boolean searching) {
    if (searching && walk.walkedProperty().get() == null) {
      text.setText(Texts.of("Looking for neighbours …"));
    } else {
      show();
    }
  }

  private void show() {
    WalkedNeighbour now = walk.walkedProperty().get();
    Failure failure = walk.failureProperty().get();
    setVisible(walk.pinnedProperty().get() == member.other());
    sameClass.setVisible(now != null);
    sameClass.setManaged(now != null);
    nearer.setDisable(!walk.canGoNearer());
    tip.setText(failure == null ? "" : failure.message());
    if (failure != null) {
      text.setText(Texts.of("Neighbours are not known"));
    } else if (now == null) {
      text.setText(Texts.of("Its neighbours"));
    } else {
      text.setText(
          Texts.of("Neighbour {0} · {1}", Texts.count(now.rank()), Texts.distance(now.distance())));
      sameClass.setText(now.sameClass() ? Texts.of("same class") : Texts.of("other class"));
      sameClass.pseudoClassStateChanged(SAME, now.sameClass());
      mark.setIconCode(now.sameClass() ? Feather.CHECK : Feather.X);
      setAccessibleText(text.getText() + ", " + sameClass.getText());
    }
  }
}
