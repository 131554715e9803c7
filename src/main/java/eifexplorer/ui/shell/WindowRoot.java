package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static java.util.Objects.requireNonNull;

import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.jobs.JobDrawer;
import eifexplorer.ui.jobs.StatusBar;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.UnseenNodes;
import eifexplorer.ui.present.PresentationView;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenKeys;
import eifexplorer.ui.settings.SettingsSheet;
import eifexplorer.ui.tour.TourCard;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

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
  private final PresentationView presentation;
  private final Pane over = new Pane();
  private final NoticesPane notices;
  private final StartPane start;
  private final NoModelPane noModel;
  private final StackPane pages = new StackPane();
  private final HBox hints = new HBox(8);
  private @Nullable JobDrawer drawer;
  private @Nullable HelpSheet help;
  private final Map<Page, PageView> views = new HashMap<>();
  private @Nullable PageView inSight;
  private @Nullable Node beforeHelp;
  private boolean compact;

  WindowRoot(
      ExplorerWindowViewModel model, PictureLoader pictures, FileDialogs dialogs, Stage stage) {
    this.model = model;
    this.pictures = pictures;
    actions = new OpenActions(model, dialogs, stage);
    rail = new Rail(model);
    over.setPickOnBounds(false);
    top = new TopBar(model, actions, pictures, over);
    notices = new NoticesPane(model.notices());
    start = new StartPane(model, actions);
    noModel = new NoModelPane(model);
    presentation = new PresentationView(model.presentation(), pictures);
    getStyleClass().add("window");
    FileDialogs.use(this, dialogs);
    CommandCaps.follow(this, model.keys().mapProperty());
    getChildren().add(frame());
    over.getChildren().add(new TourCard(model.tour(), actions::anything));
    getChildren()
        .addAll(over, UnseenNodes.placeOf(new ReportSheet(model.report(), model.notices())));
    addSettings();
    // Only what is said of it, or asked, lies over the presentation, which takes the keys of all
    // below.
    getChildren().addAll(presentation, notices, new DropOverlay(model.drop()));
    getChildren().add(new ProgramSheet(model.programs()));
    setFocusTraversable(false);
    model.presentation().openProperty().addListener((value, old, now) -> presenting(stage, now));
    model.helpProperty().addListener((value, old, open) -> showHelp(open));
    widthProperty().addListener((value, old, now) -> sized());
    heightProperty().addListener((value, old, now) -> sized());
    model.pageProperty().addListener((value, old, now) -> pageChanged());
    model.sessionProperty().addListener((value, old, now) -> showPage());
    model.untrainedProperty().addListener((value, old, now) -> showPage());
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::dropped);
    setOnDragExited(event -> model.drop().gone());
    model.keys().mapProperty().addListener((value, old, now) -> showHints());
    showPage();
    showHints();
  }

  private void addSettings() {
    SettingsSheet settings =
        new SettingsSheet(
            model.settings(), new EngineSettingsOf(model.engine()), model::chooseTheme);
    StackPane.setAlignment(settings, Pos.CENTER_RIGHT);
    getChildren().add(UnseenNodes.placeOf(settings));
  }

  private BorderPane frame() {
    hints.setId("key-hints");
    hints.setAlignment(Pos.CENTER_RIGHT);
    StackPane middle = new StackPane(pages);
    model.drawerProperty().addListener((value, old, open) -> showDrawer(middle, open));
    BorderPane right = new BorderPane(middle);
    right.setTop(top);
    BorderPane frame = new BorderPane(right);
    frame.setLeft(rail);
    StatusBar status = new StatusBar(model.jobs(), model.drawerProperty(), hints);
    frame.setBottom(new VBox(new WaitingStrip(model), status));
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

  /** The whole screen is the presentation's; Escape is its own key, not the toolkit's. */
  private void presenting(Stage stage, boolean now) {
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreen(now);
    if (!now) {
      requestFocus();
      inSight().ifPresent(PageView::shown);
    }
  }

  /** The presentation, which takes the keys while it shows. */
  PresentationView presentation() {
    return presentation;
  }

  private void report() {
    model.helpProperty().set(false);
    model.report().openProperty().set(true);
  }

  private void showHelp(boolean open) {
    if (open && help == null) {
      help =
          new HelpSheet(
              model.keys(),
              model.screens(),
              new HelpSheet.Actions(
                  model::openGuide,
                  model::beginTour,
                  this::report,
                  () -> model.helpProperty().set(false)));
      getChildren().add(getChildren().indexOf(presentation), help);
    }
    model.keys().cancel();
    if (open) {
      beforeHelp = getScene().getFocusOwner();
      requireNonNull(help).turnTo(model.pageProperty().get());
      help.setVisible(true);
      help.focus();
    } else {
      requireNonNull(help).setVisible(false);
      Node back = beforeHelp != null && beforeHelp.getScene() == getScene() ? beforeHelp : this;
      back.requestFocus();
    }
  }

  private void pageChanged() {
    showPage();
    requestFocus();
    inSight().ifPresent(PageView::shown);
  }

  private void showPage() {
    Page page = model.pageProperty().get();
    PageView view = isThere(page) ? view(page) : null;
    inSight = view;
    pages.getChildren().setAll(view == null ? instead() : view.node());
    showHints();
  }

  /** A form needs nothing open, some screens no model. */
  private boolean isThere(Page page) {
    return !(page instanceof Screen screen)
        || model.sessionProperty().get() != null
        || (model.untrainedProperty().get() != null && !screen.needsModel());
  }

  private Node instead() {
    UntrainedWorkspace untrained = model.untrainedProperty().get();
    if (untrained == null) {
      return start;
    }
    noModel.show(untrained);
    return noModel;
  }

  private PageView view(Page page) {
    PageView view = views.get(page);
    if (view == null) {
      view = page.view(pictures);
      view.compact(compact);
      views.put(page, view);
    }
    return view;
  }

  /** The page in the middle; empty before anything is open. */
  Optional<PageView> inSight() {
    return Optional.ofNullable(inSight);
  }

  private void sized() {
    boolean small = getWidth() < COMPACT_WIDTH || getHeight() < COMPACT_HEIGHT;
    if (small != compact) {
      compact = small;
      pseudoClassStateChanged(COMPACT, small);
      rail.compact(small);
      top.compact(small);
      views.values().forEach(view -> view.compact(small));
      showHints();
    }
  }

  private void showHints() {
    hints.getChildren().clear();
    if (inSight != null && !compact && model.pageProperty().get() instanceof Screen screen) {
      screen.keys().hints().forEach(this::addHint);
    }
    hints.getChildren().addAll(key("?"), label(Texts.of("all keys"), "muted"));
  }

  private void addHint(ScreenKeys.Hint hint) {
    if (hint instanceof ScreenKeys.Of of) {
      of.commands().forEach(this::addCaps);
    } else if (hint instanceof ScreenKeys.Range range) {
      addCaps(range.first());
      hints.getChildren().add(label("–", "muted"));
      addCaps(range.last());
    } else if (hint instanceof ScreenKeys.On fixed) {
      hints.getChildren().add(key(fixed.cap()));
    }
    hints.getChildren().add(label(hint.does(), "muted"));
  }

  private void addCaps(KeyCommand command) {
    KeyCaps.of(model.keys().mapProperty().get().key(command))
        .forEach(cap -> hints.getChildren().add(key(cap)));
  }

  /** The newest message, which is to be seen whatever else is. */
  NoticesPane notices() {
    return notices;
  }

  /** What asks for a file. */
  OpenActions actions() {
    return actions;
  }

  /** Puts the caret into the search. */
  void focusSearch() {
    top.focusSearch();
  }

  /** Empties the search and gives the keyboard back to the page; false if the caret is not in it. */
  boolean leaveSearch() {
    return top.leaveSearch();
  }

  private void dragOver(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      event.acceptTransferModes(TransferMode.COPY);
      model.drop().over(files.stream().map(File::toPath).toList());
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      model.drop().drop(files.stream().map(File::toPath).toList());
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
