package eifexplorer.ui.explore;

import static eifexplorer.ui.kit.Controls.iconButton;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairListPane;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The Explore screen. In a small window the right column becomes a drawer over the middle, opened by {@code I} or by
 * opening a tile.
 */
public final class ExploreView extends StackPane {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double COLUMN = 256;
  private static final double COMPACT_COLUMN = 208;
  private static final double DRAWER = 320;

  private final ExploreViewModel model;
  private final PairListPane list;
  private final InfluencePane influence;
  private final SamplePanel sample;
  private final Button closeDrawer;
  private final HBox columns;
  private final EmptyState noPairs = new EmptyState(Feather.CHECK_CIRCLE, "", "");
  private boolean compact;
  private boolean drawerOpen;

  /** A view of the screen. */
  public ExploreView(ExploreViewModel model, PictureLoader pictures) {
    this.model = model;
    getStyleClass().add("explore");
    list = new PairListPane(model.pairs(), pictures);
    closeDrawer = iconButton(Feather.X, "Close (I)", () -> openDrawer(false));
    sample = new SamplePanel(model.sample(), pictures, closeDrawer);
    influence = new InfluencePane(model, pictures, () -> openDrawer(true));
    PairInspector inspector = new PairInspector(model.pairs(), model.zoom(), pictures);
    VBox.setVgrow(inspector, Priority.ALWAYS);
    VBox centre = new VBox(8, inspector, influence);
    centre.getStyleClass().add("explore-centre");
    centre.setMinWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    columns = new HBox(list, centre);
    StackPane.setAlignment(sample, Pos.CENTER_RIGHT);
    getChildren().addAll(columns, noPairs);
    arrange();
    model.sessionProperty().addListener((value, old, now) -> sessionOpened(now));
    showSession(model.sessionProperty().get());
  }

  private void sessionOpened(ExplorerSession session) {
    showSession(session);
    list.focusList();
  }

  private void showSession(ExplorerSession session) {
    boolean none = session != null && session.pairs().isEmpty();
    noPairs.setVisible(none);
    columns.setVisible(session != null && !none);
    sample.setVisible(columns.isVisible() && (!compact || drawerOpen));
    if (none) {
      noPairs.say(
          "No confused pairs: every test image's nearest neighbour has its class",
          "R@1 "
              + Texts.percent(session.recallAt1())
              + " of "
              + Texts.count(session.dataset().test().size(), "test image", "test images"));
    }
  }

  /** Chooses between the sizes for a large and a small window. */
  public void compact(boolean small) {
    if (small != compact) {
      compact = small;
      drawerOpen = false;
      arrange();
    }
  }

  private void arrange() {
    pseudoClassStateChanged(COMPACT, compact);
    double column = compact ? COMPACT_COLUMN : COLUMN;
    list.setMinWidth(column);
    list.setMaxWidth(column);
    list.compact(compact);
    influence.compact(compact);
    double panel = compact ? DRAWER : COLUMN;
    sample.setMinWidth(panel);
    sample.setPrefWidth(panel);
    sample.setMaxWidth(panel);
    closeDrawer.setVisible(compact);
    closeDrawer.setManaged(compact);
    columns.getChildren().remove(sample);
    getChildren().remove(sample);
    if (compact) {
      getChildren().add(sample);
    } else {
      columns.getChildren().add(sample);
    }
    showSession(model.sessionProperty().get());
  }

  private void openDrawer(boolean open) {
    drawerOpen = open;
    showSession(model.sessionProperty().get());
  }

  /** Puts the caret into the filter. */
  public void focusFilter() {
    list.focusFilter();
  }

  /** Closes the right column's drawer; false if it is not open. */
  public boolean closeDrawer() {
    boolean open = compact && drawerOpen;
    openDrawer(false);
    return open;
  }

  /** Opens or closes the right column's drawer, in a small window. */
  public void toggleDrawer() {
    openDrawer(compact && !drawerOpen);
  }
}
