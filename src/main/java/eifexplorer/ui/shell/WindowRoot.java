package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.ui.experiment.ExperimentsView;
import eifexplorer.ui.explore.ExploreView;
import eifexplorer.ui.jobs.JobDrawer;
import eifexplorer.ui.jobs.StatusBar;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.review.ReviewView;
import eifexplorer.ui.train.TrainView;
import eifexplorer.ui.workspace.AddModelView;
import eifexplorer.ui.workspace.NewDataSetView;
import eifexplorer.ui.workspace.RelocationView;
import eifexplorer.ui.workspace.WorkspaceView;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
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
  private final OpenActions actions;
  private final Pane over = new Pane();
  private final StartPane start;
  private final StackPane pages = new StackPane();
  private final HBox hints = new HBox(8);
  private JobDrawer drawer;
  private HelpSheet help;
  private ExploreView explore;
  private ReviewView review;
  private ExperimentsView experiments;
  private TrainView train;
  private WorkspaceView workspace;
  private NewDataSetView form;
  private AddModelView addModel;
  private RelocationView relocation;
  private Node beforeHelp;
  private Page before = Page.EXPLORE;
  private boolean compact;

  WindowRoot(ExplorerWindowViewModel model, PictureLoader pictures, Stage stage) {
    this.model = model;
    this.pictures = pictures;
    actions = new OpenActions(model, stage);
    rail = new Rail(model.pageProperty(), model.keys().mapProperty());
    over.setPickOnBounds(false);
    top = new TopBar(model, actions, over);
    start = new StartPane(model, actions);
    getStyleClass().add("window");
    CommandCaps.follow(this, model.keys().mapProperty());
    getChildren().add(frame());
    getChildren().addAll(new NoticesPane(model.notices()), over, new DropOverlay(model.drop()));
    setFocusTraversable(false);
    model.helpProperty().addListener((value, old, open) -> showHelp(open));
    widthProperty().addListener((value, old, now) -> sized());
    heightProperty().addListener((value, old, now) -> sized());
    model.pageProperty().addListener((value, old, now) -> pageChanged(old));
    model.sessionProperty().addListener((value, old, now) -> showPage());
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    setOnDragExited(event -> model.drop().gone());
    model.keys().mapProperty().addListener((value, old, now) -> showHints());
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
      help =
          new HelpSheet(
              model.keys(),
              model.pageProperty().get().screen(),
              model.guide()::open,
              () -> model.helpProperty().set(false));
      getChildren().add(help);
    }
    model.keys().cancel();
    if (open) {
      beforeHelp = getScene().getFocusOwner();
      help.turnTo(model.pageProperty().get().screen());
      help.setVisible(true);
      help.focus();
    } else {
      help.setVisible(false);
      Node back = beforeHelp != null && beforeHelp.getScene() == getScene() ? beforeHelp : this;
      back.requestFocus();
    }
  }

  private void pageChanged(Page old) {
    if (!old.isForm()) {
      before = old;
    }
    showPage();
    switch (model.pageProperty().get()) {
      case NEW_DATA_SET -> form.focusFirst();
      case ADD_MODEL -> addModel.focusFirst();
      case RELOCATION -> relocation.focusFirst();
      default -> {}
    }
  }

  private void showPage() {
    pages.getChildren().setAll(page());
    showHints();
  }

  private Node page() {
    Page wanted = model.pageProperty().get();
    if (!wanted.isForm() && model.sessionProperty().get() == null) {
      return start;
    }
    return switch (wanted) {
      case EXPLORE -> explore();
      case REVIEW -> review();
      case EXPERIMENTS -> experiments();
      case TRAIN -> train();
      case WORKSPACE -> workspace();
      case NEW_DATA_SET -> form();
      case ADD_MODEL -> addModel();
      case RELOCATION -> relocation();
    };
  }

  private void leaveForm() {
    model.pageProperty().set(before);
  }

  private Node form() {
    if (form == null) {
      form = new NewDataSetView(model.newDataSet(), this::leaveForm);
    }
    return form;
  }

  private Node addModel() {
    if (addModel == null) {
      addModel = new AddModelView(model.workspaceScreen().addModel(), this::leaveForm);
    }
    return addModel;
  }

  private Node relocation() {
    if (relocation == null) {
      relocation = new RelocationView(model.workspaceScreen().relocation(), this::leaveForm);
    }
    return relocation;
  }

  private Node explore() {
    if (explore == null) {
      explore = new ExploreView(model.explore(), pictures);
      explore.compact(compact);
    }
    return explore;
  }

  private Node experiments() {
    if (experiments == null) {
      experiments = new ExperimentsView(model.experiments());
      experiments.compact(compact);
    }
    return experiments;
  }

  private Node review() {
    if (review == null) {
      review = new ReviewView(model.review(), pictures, getScene().getWindow());
      review.compact(compact);
    }
    return review;
  }

  /** The Review screen while it shows; null otherwise. */
  ReviewView reviewInSight() {
    return review != null && pages.getChildren().contains(review) ? review : null;
  }

  private Node train() {
    if (train == null) {
      train = new TrainView(model.train());
      train.compact(compact);
    }
    return train;
  }

  /** The Train screen while it shows; null otherwise. */
  TrainView trainInSight() {
    return train != null && pages.getChildren().contains(train) ? train : null;
  }

  private Node workspace() {
    if (workspace == null) {
      workspace =
          new WorkspaceView(
              model.workspaceScreen(),
              new WorkspaceView.Actions(
                  () -> model.showAddModel(Optional.empty()),
                  model::showRelocation,
                  model::openModel));
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
      if (experiments != null) {
        experiments.compact(small);
      }
      if (review != null) {
        review.compact(small);
      }
      if (train != null) {
        train.compact(small);
      }
      showHints();
    }
  }

  private void showHints() {
    hints.getChildren().clear();
    if (exploreInSight() != null && !compact) {
      addHint("pair", KeyCommand.PREVIOUS_PAIR, KeyCommand.NEXT_PAIR);
      hints.getChildren().addAll(key("Tab"), label("strip", "muted"));
      addHint("100 %", KeyCommand.ACTUAL_SIZE);
    }
    if (reviewInSight() != null && !compact) {
      hints.getChildren().addAll(key("1"), label("–", "muted"), key("5"), label("choose", "muted"));
      addHint("keep", KeyCommand.KEEP_LABEL);
      addHint("unsure", KeyCommand.UNSURE);
      addHint("exclude", KeyCommand.EXCLUDE_IMAGE);
      hints.getChildren().addAll(key("/"), label("type a class", "muted"));
      addHint("undo", KeyCommand.UNDO);
      addHint("look", KeyCommand.PREVIOUS_IMAGE, KeyCommand.NEXT_IMAGE);
    }
    if (trainInSight() != null && !compact) {
      addHint("queue run", KeyCommand.QUEUE_RUN);
      addHint("pause", KeyCommand.PAUSE_RUN);
    }
    hints.getChildren().addAll(key("?"), label("all keys", "muted"));
  }

  private void addHint(String what, KeyCommand... commands) {
    for (KeyCommand command : commands) {
      KeyCaps.of(model.keys().mapProperty().get().key(command))
          .forEach(cap -> hints.getChildren().add(key(cap)));
    }
    hints.getChildren().add(label(what, "muted"));
  }

  /** What asks for a file. */
  OpenActions actions() {
    return actions;
  }

  /** Puts the caret into the search. */
  void focusSearch() {
    top.focusSearch();
  }

  private void dragOver(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      event.acceptTransferModes(TransferMode.COPY);
      model.drop().over(files.get(0).toPath());
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      model.drop().drop(files.get(0).toPath());
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
