package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.explore.ExploreView;
import eifexplorer.ui.jobs.JobDrawer;
import eifexplorer.ui.jobs.StatusBar;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.workspace.NewDataSetView;
import eifexplorer.ui.workspace.WorkspaceView;
import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window's nodes. A page is made when it is first shown, so that the window itself is there at once. */
final class WindowRoot extends StackPane {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double COMPACT_WIDTH = 1280;
  private static final double COMPACT_HEIGHT = 780;

  private final ExplorerWindowViewModel model;
  private final PictureLoader pictures;
  private final Rail rail;
  private final TopBar top;
  private final StartPane start;
  private final StackPane pages = new StackPane();
  private final HBox hints = new HBox(8);
  private JobDrawer drawer;
  private HelpSheet help;
  private ExploreView explore;
  private WorkspaceView workspace;
  private NewDataSetView form;
  private Page before = Page.EXPLORE;
  private boolean compact;

  WindowRoot(ExplorerWindowViewModel model, PictureLoader pictures, Stage stage) {
    this.model = model;
    this.pictures = pictures;
    OpenActions actions = new OpenActions(model, stage);
    rail = new Rail(model.pageProperty());
    top = new TopBar(model, actions);
    start = new StartPane(model, actions);
    getStyleClass().add("window");
    getChildren().add(frame());
    getChildren().add(new NoticesPane(model.notices()));
    model.helpProperty().addListener((value, old, open) -> showHelp(open));
    widthProperty().addListener((value, old, now) -> sized());
    heightProperty().addListener((value, old, now) -> sized());
    model.pageProperty().addListener((value, old, now) -> pageChanged(old));
    model.sessionProperty().addListener((value, old, now) -> showPage());
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    showPage();
    showHints();
  }

  private BorderPane frame() {
    hints.setAlignment(Pos.CENTER_RIGHT);
    StackPane middle = new StackPane(pages);
    model.drawerProperty().addListener((value, old, open) -> showDrawer(middle, open));
    BorderPane right = new BorderPane(middle);
    right.setTop(top);
    BorderPane frame = new BorderPane(right);
    frame.setLeft(rail);
    frame.setBottom(new StatusBar(model.jobs(), model.drawerProperty(), hints));
    return frame;
  }

  /** The drawer lies over the page's lower part, so that nothing moves. */
  private void showDrawer(StackPane middle, boolean open) {
    if (open && drawer == null) {
      drawer = new JobDrawer(model.jobs());
      StackPane.setAlignment(drawer, Pos.BOTTOM_CENTER);
    }
    if (open) {
      middle.getChildren().add(drawer);
    } else {
      middle.getChildren().remove(drawer);
    }
  }

  private void showHelp(boolean open) {
    if (open && help == null) {
      help = new HelpSheet(() -> model.helpProperty().set(false));
      getChildren().add(help);
    }
    help.setVisible(open);
  }

  private void pageChanged(Page old) {
    if (old != Page.NEW_DATA_SET) {
      before = old;
    }
    showPage();
    if (model.pageProperty().get() == Page.NEW_DATA_SET) {
      form.focusFirst();
    }
  }

  private void showPage() {
    pages.getChildren().setAll(page());
    showHints();
  }

  private Node page() {
    if (model.pageProperty().get() == Page.NEW_DATA_SET) {
      return form();
    }
    if (model.sessionProperty().get() == null) {
      return start;
    }
    return model.pageProperty().get() == Page.EXPLORE ? explore() : workspace();
  }

  private Node form() {
    if (form == null) {
      form = new NewDataSetView(model.newDataSet(), () -> model.pageProperty().set(before));
    }
    return form;
  }

  private Node explore() {
    if (explore == null) {
      explore = new ExploreView(model.explore(), pictures);
      explore.compact(compact);
    }
    return explore;
  }

  private Node workspace() {
    if (workspace == null) {
      workspace = new WorkspaceView(model.workspace());
    }
    return workspace;
  }

  /** The Explore screen while it shows; null otherwise. */
  ExploreView exploreInSight() {
    return explore != null && pages.getChildren().contains(explore) ? explore : null;
  }

  private void sized() {
    boolean small = getWidth() < COMPACT_WIDTH || getHeight() < COMPACT_HEIGHT;
    if (small != compact) {
      compact = small;
      pseudoClassStateChanged(COMPACT, small);
      rail.compact(small);
      top.compact(small);
      if (explore != null) {
        explore.compact(small);
      }
      showHints();
    }
  }

  private void showHints() {
    hints.getChildren().clear();
    if (exploreInSight() != null && !compact) {
      hints
          .getChildren()
          .addAll(
              key("←"),
              key("→"),
              label("pair", "muted"),
              key("Tab"),
              label("strip", "muted"),
              key("Z"),
              label("100 %", "muted"));
    }
    hints.getChildren().addAll(key("?"), label("all keys", "muted"));
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      model.openDropped(files.get(0).toPath());
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
