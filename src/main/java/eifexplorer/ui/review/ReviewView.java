package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.ShortNames;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.review.ReviewViewModel.State;
import eifexplorer.ui.screen.PageView;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Review screen. In a small window the right column is a drawer over the middle, opened by {@code I}. */
public final class ReviewView extends StackPane implements PageView {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double SIDE = 264;

  private final ReviewViewModel model;
  private final Flyout flyout = new Flyout(this);
  private final QueuePane list;
  private final ImagePane image;
  private final SidePane side;
  private final BatchPane batch;
  private final AcceptPane accept;
  private final StagedBar bar;
  private final ChangesSheet sheet;
  private final StackPane centre;
  private final HBox columns;
  private final VBox page;
  private final EmptyState message;
  private final Button retry;
  private boolean compact;
  private boolean drawer;

  /** A view of the screen. */
  public ReviewView(ReviewViewModel model, PictureLoader pictures) {
    this.model = model;
    getStyleClass().add("review");
    list = new QueuePane(model, pictures, flyout);
    image = new ImagePane(model, pictures, flyout);
    side = new SidePane(model, pictures);
    batch = new BatchPane(model, pictures, flyout);
    sheet = new ChangesSheet(model, pictures);
    bar = new StagedBar(model, sheet::toggle, sheet::compare);
    accept = new AcceptPane(model, pictures);
    centre = new StackPane(image, batch, accept);
    centre.setMinWidth(0);
    centre.setPrefWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    columns = new HBox(list, centre);
    StackPane middle = new StackPane(columns, sheet);
    VBox.setVgrow(middle, Priority.ALWAYS);
    page = new VBox(middle, bar);
    retry = button(Texts.of("Try again"), model::enter);
    message = new EmptyState(Feather.CHECK_SQUARE, "", "", retry);
    StackPane.setAlignment(side, Pos.CENTER_RIGHT);
    getChildren().addAll(page, message);
    model.stateProperty().addListener((value, old, now) -> showState());
    model.batch().openProperty().addListener((value, old, now) -> showState());
    model.accept().openProperty().addListener((value, old, now) -> showState());
    model.queue().shownProperty().addListener((value, old, now) -> image.show(now));
    arrange();
    showState();
    image.show(model.queue().shownProperty().get());
  }

  private void showState() {
    State state = model.stateProperty().get();
    boolean open = state == State.OPEN;
    page.setVisible(open);
    side.setVisible(open && (!compact || drawer));
    message.setVisible(!open);
    retry.setVisible(state == State.FAILED);
    accept.setVisible(model.accept().openProperty().get());
    batch.setVisible(model.batch().openProperty().get() && !accept.isVisible());
    image.setVisible(!batch.isVisible() && !accept.isVisible());
    if (!open) {
      sheet.close();
    }
    switch (state) {
      case CLOSED, OPENING ->
          message.say(
              Texts.of("Finding suspect labels …"), Texts.of("The status bar says how far it is."));
      case NO_IMAGES ->
          message.say(
              Texts.of("No suspects: there are no training images"),
              Texts.of("Open a data set or a workspace with training images."));
      case FAILED -> message.say(Texts.of("No suspects were found"), model.troubleProperty().get());
      case OPEN -> focus();
    }
  }

  private void focus() {
    NameLabel.among(
        this,
        ShortNames.of(
            requireNonNull(model.session()).dataset().classes().stream()
                .map(ClassLabel::displayName)
                .toList()));
    if (accept.isVisible()) {
      accept.focusAccept();
    } else {
      list.focusList();
    }
  }

  /** Chooses between the sizes for a large and a small window. */
  @Override
  public void compact(boolean small) {
    if (small != compact) {
      compact = small;
      drawer = false;
      arrange();
      showState();
    }
  }

  private void arrange() {
    pseudoClassStateChanged(COMPACT, compact);
    list.compact(compact);
    image.compact(compact);
    side.setMinWidth(SIDE);
    side.setMaxWidth(SIDE);
    columns.getChildren().remove(side);
    centre.getChildren().remove(side);
    if (compact) {
      centre.getChildren().add(side);
    } else {
      columns.getChildren().add(side);
    }
  }

  /**
   * Whether a key means the same wherever the focus is, though the control with the focus would take it: the arrows that
   * look back and forth, and in a batch those and the space bar that go through it and choose.
   */
  @Override
  public boolean claims(KeyEvent event) {
    Object target = event.getTarget();
    boolean control =
        target instanceof ListView || target instanceof ButtonBase || target instanceof ScrollPane;
    boolean inBatch = batch.isVisible();
    return switch (event.getCode()) {
      case LEFT, RIGHT -> control;
      case UP, DOWN -> control && (inBatch || model.exemplars().openProperty().get());
      case SPACE, A -> inBatch && target instanceof ListView;
      default -> false;
    };
  }

  /** Closes what lies on top; false if nothing does. */
  @Override
  public boolean closeTopmost() {
    if (flyout.close() || sheet.close()) {
      return true;
    }
    if (compact && drawer) {
      drawer = false;
      showState();
      return true;
    }
    if (model.accept().openProperty().get()) {
      model.accept().toggleOpen();
    } else if (model.batch().openProperty().get()) {
      model.batch().toggleOpen();
    } else if (model.exemplars().openProperty().get()) {
      model.exemplars().toggle();
    } else {
      return false;
    }
    return true;
  }

  /** Does a command of this screen; false if it is none, or not possible now. */
  @Override
  public boolean perform(KeyCommand command) {
    if (model.stateProperty().get() != State.OPEN) {
      return false;
    }
    if (command instanceof ZoomCommand zoom) {
      if (sheet.isVisible() || accept.isVisible()) {
        return false;
      }
      if (batch.isVisible()) {
        batch.zoom(zoom);
      } else {
        image.zoom(zoom);
      }
      return true;
    }
    return command instanceof ReviewCommand mine && review(mine);
  }

  private boolean review(ReviewCommand command) {
    switch (command) {
      case UNDO, UNDO_TOO -> model.queue().decisions().undo();
      case REDO -> model.queue().decisions().redo();
      case BATCH -> model.batch().toggleOpen();
      case ACCEPT_LIKELY -> model.accept().toggleOpen();
      case DIFF -> sheet.toggle();
      case REVISIONS -> sheet.revisions();
      case COMMIT -> bar.commit();
      case COMPARE -> sheet.compare();
      case FILTER_QUEUE -> list.openFilter();
      case LOCATE_IMAGE -> model.locate();
      case ORDER_QUEUE -> list.openOrders();
      case BLIND_PASS -> model.queue().blindProperty().set(!model.queue().blindProperty().get());
      case NAME_ANNOTATOR -> nameAnnotator();
      case REASONS -> openDrawer(!drawer);
      default -> {
        return inCentre(command);
      }
    }
    return true;
  }

  private boolean inCentre(ReviewCommand command) {
    if (sheet.isVisible() || accept.isVisible()) {
      return false;
    }
    return batch.isVisible() ? batch.perform(command) : look(command) || decide(command);
  }

  private void openDrawer(boolean open) {
    drawer = compact && open;
    showState();
  }

  private void nameAnnotator() {
    openDrawer(true);
    side.nameAnnotator();
  }

  private boolean look(ReviewCommand command) {
    ExemplarsViewModel beside = model.exemplars();
    boolean open = beside.openProperty().get();
    switch (command) {
      case SIDE_BY_SIDE -> beside.toggle();
      case PREVIOUS_IMAGE -> {
        if (open) {
          beside.moveExemplar(-1);
        } else {
          model.queue().previous();
        }
      }
      case NEXT_IMAGE -> {
        if (open) {
          beside.moveExemplar(1);
        } else {
          model.queue().next();
        }
      }
      case PREVIOUS_CLASS, NEXT_CLASS -> {
        beside.moveClass(command == ReviewCommand.NEXT_CLASS ? 1 : -1);
        return open;
      }
      case WRITE_NOTE -> image.writeNote();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean decide(ReviewCommand command) {
    QueueDecisions decisions = model.queue().decisions();
    switch (command) {
      case CHOOSE_FIRST -> decisions.choose(1);
      case CHOOSE_SECOND -> decisions.choose(2);
      case CHOOSE_THIRD -> decisions.choose(3);
      case CHOOSE_FOURTH -> decisions.choose(4);
      case CHOOSE_FIFTH -> decisions.choose(5);
      case KEEP_LABEL -> decisions.keep();
      case UNSURE -> decisions.unsure();
      case EXCLUDE_IMAGE -> decisions.exclude();
      case NONE_OF_THESE -> decisions.none();
      case TYPE_CLASS -> image.typeClass();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean typed(String character) {
    return character.equals("/") && perform(ReviewCommand.TYPE_CLASS);
  }

  @Override
  public Node node() {
    return this;
  }
}
