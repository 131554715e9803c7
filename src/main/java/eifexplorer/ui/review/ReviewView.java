package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.photo.ZoomCommand;
import eifexplorer.ui.review.ReviewViewModel.State;
import eifexplorer.ui.screen.PageView;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
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
    sheet = new ChangesSheet(model);
    bar = new StagedBar(model, sheet::toggle, sheet::compare);
    centre = new StackPane(image, batch);
    centre.setMinWidth(0);
    centre.setPrefWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    columns = new HBox(list, centre);
    StackPane middle = new StackPane(columns, sheet);
    VBox.setVgrow(middle, Priority.ALWAYS);
    page = new VBox(middle, bar);
    retry = button("Try again", model::enter);
    message = new EmptyState(Feather.CHECK_SQUARE, "", "", retry);
    StackPane.setAlignment(side, Pos.CENTER_RIGHT);
    getChildren().addAll(page, message);
    model.stateProperty().addListener((value, old, now) -> showState());
    model.batch().openProperty().addListener((value, old, now) -> showState());
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
    batch.setVisible(model.batch().openProperty().get());
    image.setVisible(!batch.isVisible());
    if (!open) {
      sheet.close();
    }
    switch (state) {
      case CLOSED, OPENING ->
          message.say("Finding suspect labels …", "The status bar says how far it is.");
      case NO_IMAGES ->
          message.say(
              "No suspects: there are no training images",
              "Open a data set or a workspace with training images.");
      case FAILED -> message.say("No suspects were found", model.troubleProperty().get());
      case OPEN -> list.focusList();
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
    boolean control =
        event.getTarget() instanceof ListView || event.getTarget() instanceof ButtonBase;
    boolean inBatch = batch.isVisible();
    return switch (event.getCode()) {
      case LEFT, RIGHT -> control;
      case SPACE, A -> inBatch && event.getTarget() instanceof ListView;
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
    if (model.batch().openProperty().get()) {
      model.batch().toggleOpen();
      list.focusList();
      return true;
    }
    return false;
  }

  /** Does a command of this screen; false if it is none, or not possible now. */
  @Override
  public boolean perform(KeyCommand command) {
    if (model.stateProperty().get() != State.OPEN) {
      return false;
    }
    if (command instanceof ZoomCommand zoom) {
      boolean seen = !sheet.isVisible() && !batch.isVisible();
      if (seen) {
        image.zoom(zoom);
      }
      return seen;
    }
    return command instanceof ReviewCommand mine && review(mine);
  }

  private boolean review(ReviewCommand command) {
    switch (command) {
      case UNDO, UNDO_TOO -> model.queue().undo();
      case REDO -> model.queue().redo();
      case BATCH -> model.batch().toggleOpen();
      case DIFF -> sheet.toggle();
      case COMMIT -> bar.commit();
      case COMPARE -> sheet.compare();
      case REASONS -> {
        drawer = compact && !drawer;
        showState();
      }
      default -> {
        return !sheet.isVisible() && (batch.isVisible() ? batch.perform(command) : decide(command));
      }
    }
    return true;
  }

  private boolean decide(ReviewCommand command) {
    switch (command) {
      case CHOOSE_FIRST -> model.queue().choose(1);
      case CHOOSE_SECOND -> model.queue().choose(2);
      case CHOOSE_THIRD -> model.queue().choose(3);
      case CHOOSE_FOURTH -> model.queue().choose(4);
      case CHOOSE_FIFTH -> model.queue().choose(5);
      case KEEP_LABEL -> model.queue().keep();
      case UNSURE -> model.queue().unsure();
      case EXCLUDE_IMAGE -> model.queue().exclude();
      case TYPE_CLASS -> image.typeClass();
      case PREVIOUS_IMAGE -> model.queue().previous();
      case NEXT_IMAGE -> model.queue().next();
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
