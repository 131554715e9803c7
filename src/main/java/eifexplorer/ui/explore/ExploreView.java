package eifexplorer.ui.explore;

import static eifexplorer.ui.kit.Controls.iconButton;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.card.CardChooser;
import eifexplorer.ui.explore.compare.CompareSheet;
import eifexplorer.ui.explore.confusions.ConfusionsPane;
import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.copies.CopiesLine;
import eifexplorer.ui.explore.copies.CopiesSheet;
import eifexplorer.ui.explore.diff.DiffLine;
import eifexplorer.ui.explore.diff.DiffSheet;
import eifexplorer.ui.explore.inspector.LookViewModel;
import eifexplorer.ui.explore.inspector.PairInspector;
import eifexplorer.ui.explore.inspector.PhotographCommand;
import eifexplorer.ui.explore.sample.SamplePanel;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluencePane;
import eifexplorer.ui.explore.strips.TileActions;
import eifexplorer.ui.explore.strips.TileSheet;
import eifexplorer.ui.explore.strips.TileSize;
import eifexplorer.ui.explore.totals.CulpritsLine;
import eifexplorer.ui.explore.totals.CulpritsSheet;
import eifexplorer.ui.explore.verdict.VerdictLine;
import eifexplorer.ui.explore.whatif.WhatIfSheet;
import eifexplorer.ui.kit.ColumnEdge;
import eifexplorer.ui.kit.CommandMenu;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.UnseenNodes;
import eifexplorer.ui.photo.HeatLayer;
import eifexplorer.ui.screen.PageView;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The Explore screen. In a small window the right column becomes a drawer over the middle, opened by {@code I} or by
 * opening a tile.
 */
public final class ExploreView extends StackPane implements PageView {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double COLUMN = 256;
  private static final double DRAWER = 320;

  /** Of the screen's width. */
  private static final double WIDEST_PANEL = 0.32;

  private final ExploreViewModel model;
  private final ConfusionsPane list;
  private final InfluencePane influence;
  private final SamplePanel sample;
  private final Button closeDrawer;
  private final HBox columns;
  private final EmptyState noPairs = new EmptyState(Feather.CHECK_CIRCLE, "", "");
  private final Flyout flyout = new Flyout(this);
  private final TileSheet sheet;
  private final ExploreCommands commands;
  private TileSize tileSize = TileSize.USUAL;
  private boolean compact;
  private boolean drawerOpen;
  private @Nullable Node beforeTiles;

  /** A view of the screen. */
  public ExploreView(ExploreViewModel model, PictureLoader pictures) {
    this.model = model;
    getStyleClass().add("explore");
    list = new ConfusionsPane(model.confusions(), pictures, flyout);
    list.saveCardsWith(() -> new CardChooser(this).choose(model.cards()));
    list.say(new CulpritsLine(model.sheets().culprits()));
    list.say(new CopiesLine(model.sheets().copies()));
    closeDrawer = iconButton(Feather.X, Texts.of("Close (I)"), () -> openDrawer(false));
    sample =
        new SamplePanel(
            model.sample(),
            pictures,
            closeDrawer,
            model.others()::relabel,
            model.others()::exclude);
    TileActions tiles = new TileActions(() -> openDrawer(true), this::sampleMenu);
    influence =
        new InfluencePane(
            model.strips(),
            model.stale(),
            model.unmoved(),
            pictures,
            flyout,
            tiles,
            model.sheets().whatIf()::toggle,
            model.sheets().compare()::toggle,
            model.sheets().culprits()::toggle);
    model.strips().sheetProperty().addListener((value, old, now) -> tilesShown(old, now));
    sheet = new TileSheet(model.strips(), pictures, tiles);
    DiffLine comparison = new DiffLine(model.sheets().diff());
    list.addToHead(comparison);
    commands = new ExploreCommands(model, list, influence, sample, comparison, this::toggleDrawer);
    PairInspector inspector =
        new PairInspector(model.inspector(), model.pairs(), model.photographMenu(), pictures);
    VBox.setVgrow(inspector, Priority.ALWAYS);
    VBox middle =
        new VBox(8, inspector, new VerdictLine(model.verdict(), model.stale(), flyout), influence);
    middle.getStyleClass().add("explore-centre");
    StackPane centre = new StackPane(middle, UnseenNodes.placeOf(sheet));
    whenOpened(
        centre,
        model.sheets().whatIf().openProperty(),
        () -> new WhatIfSheet(model.sheets().whatIf(), pictures));
    whenOpened(
        centre,
        model.sheets().compare().openProperty(),
        () -> new CompareSheet(model.sheets().compare(), pictures, tiles));
    whenOpened(
        centre,
        model.sheets().culprits().openProperty(),
        () -> new CulpritsSheet(model.sheets().culprits(), pictures));
    whenOpened(
        centre,
        model.sheets().copies().openProperty(),
        () -> new CopiesSheet(model.sheets().copies(), pictures));
    whenOpened(
        centre,
        model.sheets().diff().openProperty(),
        () -> new DiffSheet(model.sheets().diff(), pictures));
    centre.setMinWidth(0);
    centre.setPrefWidth(0);
    HBox.setHgrow(centre, Priority.ALWAYS);
    columns = new HBox(list, centre);
    HeatLayer heat = new HeatLayer();
    sample.coverPicture(heat);
    LookViewModel look = model.inspector().look();
    look.trainingMapProperty().addListener((value, old, now) -> heat.show(now));
    StackPane.setAlignment(sample, Pos.CENTER_RIGHT);
    sample
        .getChildren()
        .add(
            new ColumnEdge(
                sample,
                HPos.LEFT,
                Texts.of("Drag for longer names; double click for the usual width"),
                model.panelWidthProperty()::set,
                () -> model.panelWidthProperty().set(0)));
    model.panelWidthProperty().addListener((value, old, now) -> fitPanel());
    widthProperty().addListener((value, old, now) -> fitPanel());
    heightProperty().addListener((value, old, now) -> fitTiles());
    model.inspector().peek().modelProperty().addListener((value, old, now) -> fitTiles());
    getChildren().addAll(columns, noPairs, UnseenNodes.placeOf(list.overlay()));
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .addListener((value, old, now) -> windowFocused(Boolean.TRUE.equals(now)));
    arrange();
    model.sessionProperty().addListener((value, old, now) -> sessionOpened(now));
    showSession(model.sessionProperty().get());
  }

  private List<List<CommandMenu.Entry>> sampleMenu() {
    return new SampleMenu(model, compact && !drawerOpen, commands::perform).groups();
  }

  /** Puts a sheet over the middle when it is opened for the first time. */
  private void whenOpened(StackPane centre, ReadOnlyBooleanProperty open, Supplier<Node> sheet) {
    open.addListener(
        new ChangeListener<>() {
          private @Nullable Node made;
          private @Nullable Node before;

          @Override
          public void changed(ObservableValue<? extends Boolean> value, Boolean old, Boolean now) {
            Node shown = made;
            if (now) {
              before = getScene() == null ? null : getScene().getFocusOwner();
            }
            if (shown == null) {
              shown = sheet.get();
              made = shown;
              centre.getChildren().add(shown);
              shown.requestFocus();
            } else if (!now && shown.isFocusWithin()) {
              giveBack(before);
            }
          }
        });
  }

  /** Told before the sheet of all tiles is: it still has the keyboard when it closes. */
  private void tilesShown(@Nullable InfluenceKind old, @Nullable InfluenceKind now) {
    if (old == null) {
      beforeTiles = getScene() == null ? null : getScene().getFocusOwner();
    } else if (now == null && sheet.isFocusWithin()) {
      giveBack(beforeTiles);
    }
  }

  /**
   * Gives the keyboard of a sheet that closes to the list it was in before, else to that of the pairs: the platform would
   * give it to what comes next, which may take the arrows for itself.
   */
  private void giveBack(@Nullable Node before) {
    list.focusList();
    if (before instanceof ListView) {
      before.requestFocus();
    }
  }

  private void windowFocused(boolean focused) {
    if (focused) {
      model.stale().check();
    }
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
          Texts.of("No confused pairs: every test image's nearest neighbour has its class"),
          Texts.of(
              "R@1 {0} on {1}",
              Texts.percent(session.recallAt1()), Texts.said(session.measuredOn())));
    }
  }

  /** Chooses between the sizes for a large and a small window. */
  @Override
  public void compact(boolean small) {
    if (small != compact) {
      compact = small;
      drawerOpen = false;
      arrange();
    }
  }

  /** True while another model's neighbours stand below the photographs; rows opened for a moment move no strip. */
  private boolean photographsShareRoom() {
    return model.inspector().peek().modelProperty().get() != null;
  }

  private void fitTiles() {
    TileSize now = TileSize.of(compact, photographsShareRoom(), getHeight());
    if (now != tileSize) {
      tileSize = now;
      influence.resizeTo(now);
      sheet.resizeTo(now);
    }
  }

  private void arrange() {
    pseudoClassStateChanged(COMPACT, compact);
    list.compact(compact);
    fitTiles();
    fitPanel();
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

  /** As wide as was asked for, if the middle keeps its room. */
  private void fitPanel() {
    double usual = compact ? DRAWER : COLUMN;
    double wish = model.panelWidthProperty().get();
    double width = Math.max(usual, Math.min(wish, getWidth() * WIDEST_PANEL));
    // Its own least width counts: in another language the words of its buttons may need more.
    sample.setPrefWidth(width);
    sample.setMaxWidth(width);
  }

  private void openDrawer(boolean open) {
    drawerOpen = open;
    showSession(model.sessionProperty().get());
  }

  private void toggleDrawer() {
    openDrawer(compact && !drawerOpen);
  }

  /**
   * Whether a key means the same wherever the focus is, though the control with the focus would take it. On a button an
   * arrow would move the focus, in a list go through it, and a list takes the space bar. A focused button keeps its space
   * bar, the sheet of all tiles its arrows, and up and down are a list's own unless a photograph is pinned.
   */
  @Override
  public boolean claims(KeyEvent event) {
    boolean inList = event.getTarget() instanceof ListView;
    boolean onButton = event.getTarget() instanceof ButtonBase;
    if (inList && model.strips().sheetProperty().get() != null) {
      return false;
    }
    return switch (event.getCode()) {
      case LEFT, RIGHT -> inList || onButton || event.getTarget() instanceof ScrollPane;
      case UP, DOWN -> onButton || (inList && model.inspector().walk().isPinned().get());
      case SPACE -> inList;
      default -> false;
    };
  }

  /** Closes what lies on top: a form, the drawer, a sheet over the middle, a pinned photograph; false if nothing does. */
  @Override
  public boolean closeTopmost() {
    if (flyout.close()) {
      return true;
    }
    if (compact && drawerOpen) {
      openDrawer(false);
      return true;
    }
    if (model.sheets().close()) {
      return true;
    }
    if (model.strips().sheetProperty().get() != null) {
      model.strips().sheetProperty().set(null);
      return true;
    }
    return model.inspector().closeTopmost() || list.back();
  }

  /** Does a command of the pairs, photographs or strips; false if it is none of these, or not possible now. */
  @Override
  public boolean perform(KeyCommand command) {
    if (!columns.isVisible()) {
      return false;
    }
    return commands.perform(command);
  }

  @Override
  public void release(KeyCommand command) {
    if (command == PhotographCommand.OTHER_MODEL) {
      model.inspector().peek().release();
    }
  }

  @Override
  public boolean typed(String character) {
    return character.equals("/") && perform(PairCommand.FILTER);
  }

  @Override
  public Node node() {
    return this;
  }
}
