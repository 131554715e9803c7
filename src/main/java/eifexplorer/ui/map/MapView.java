package eifexplorer.ui.map;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.FileDialogs;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.ThemeInks;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.ScreenContext;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.feather.Feather;

/** The Map screen: legend, map, and beside it the pair, what was picked, or before and after. */
public final class MapView extends HBox implements PageView {
  private static final double LEFT = 236;
  private static final double RIGHT = 300;
  private static final double SMALL_LEFT = 196;
  private static final double SMALL_RIGHT = 252;
  private static final double STEP = 1.4;

  private final MapViewModel model;
  private final MapExport export;
  private final ThemeInks inks;
  private final MapCanvas canvas;
  private final MapCanvas beside;
  private final MapPairPane maps;
  private final Label before = label("", "map-title");
  private final Label after = label("", "map-title");
  private final PairPane pair;
  private final VBox left;
  private final VBox right;
  private final LayoutForm form;
  private final Label quality = label("", "small", "muted");
  private final Label card = label("", "small", "muted");
  private final Label stale = label("", "small");
  private final HBox staleBar;
  private final Label progress = label("", "small");
  private final Button stop;
  private final HBox progressBar;
  private final Button begin = button(Texts.of("Lay out"), this::make, "accent-button");
  private final EmptyState none = new EmptyState(Feather.MAP, Texts.of("No map yet"), "", begin);

  /** A view of the screen. */
  MapView(MapViewModel model, ScreenContext context, PictureLoader pictures) {
    this.model = model;
    export = new MapExport(model, context);
    getStyleClass().add("map-screen");
    new CameraJourney(model.camera()).follow();
    inks = new ThemeInks(this::recolour);
    canvas = new MapCanvas(model, model.shownProperty(), inks, context.jobs(), context.notices());
    canvas.setId("map");
    beside =
        new MapCanvas(
            model, model.blend().besideProperty(), inks, context.jobs(), context.notices());
    beside.setId("map-beside");
    maps =
        new MapPairPane(
            titled(beside, model.blend().besideProperty(), before, pictures),
            titled(canvas, model.shownProperty(), after, pictures));
    form = new LayoutForm(model.layout(), () -> showForm(false));
    left = new VBox(10);
    left.getStyleClass().add("map-side");
    right = new VBox(10);
    right.getStyleClass().add("map-side");
    staleBar =
        new HBox(8, stale, spacer(), button(Texts.of("Lay out anew"), this::make, "small-button"));
    staleBar.setId("map-stale");
    stop = button(Texts.of("Stop"), this::stopOrGoOn, "small-button");
    progressBar = new HBox(8, progress, stop);
    fillLeft();
    pair = new PairPane(model, pictures);
    fillRight(pictures);
    VBox middle = new VBox(tools(), staleBar, stacked());
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.setMinWidth(0);
    getChildren().addAll(inks, left, middle, right);
    listen();
    compact(false);
    refresh();
  }

  private void recolour() {
    model.colours().darkProperty().set(inks.isDark());
    canvas.repaint();
    beside.repaint();
  }

  private void fillLeft() {
    LegendPane legend = new LegendPane(model.colours());
    VBox.setVgrow(legend, Priority.ALWAYS);
    quality.setWrapText(true);
    quality.setId("map-quality");
    card.setWrapText(true);
    Label honest =
        label(
            Texts.of(
                "Near images are likely alike to the model. Far ones, the sizes of groups and the"
                    + " gaps between them mean little."),
            "small",
            "muted");
    honest.setWrapText(true);
    for (Label label : new Label[] {quality, card, honest}) {
      label.setMinHeight(USE_PREF_SIZE);
    }
    left.getChildren().addAll(legend, card, quality, honest);
  }

  private void fillRight(PictureLoader pictures) {
    Segments<MapPanel> panels =
        new Segments<>(
            List.of(MapPanel.values()),
            MapPanel::title,
            model.panelProperty(),
            model.panelProperty()::set);
    ScrollPane scroll = new ScrollPane(pair);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    PickedPane picked = new PickedPane(model, pictures);
    BlendPane blend = new BlendPane(model, pictures);
    StackPane body = new StackPane(scroll, picked, blend);
    VBox.setVgrow(body, Priority.ALWAYS);
    right.getChildren().addAll(panels, body);
    model.panelProperty().addListener((value, old, now) -> showPanel(now, scroll, picked, blend));
    showPanel(model.panelProperty().get(), scroll, picked, blend);
  }

  private static void showPanel(MapPanel now, Node pair, Node picked, Node blend) {
    pair.setVisible(now == MapPanel.PAIR);
    picked.setVisible(now == MapPanel.PICKED);
    blend.setVisible(now == MapPanel.BEFORE_AND_AFTER);
  }

  private HBox tools() {
    Button larger = iconButton(Feather.ZOOM_IN, Texts.of("Larger (+)"), () -> canvas.zoom(STEP));
    larger.setId("map-larger");
    Button layout = button(Texts.of("Layout …"), () -> showForm(!form.isVisible()), "small-button");
    layout.setId("map-layout");
    Segments<MapTool> dragging =
        new Segments<>(
            List.of(MapTool.values()),
            MapTool::title,
            model.toolProperty(),
            model.toolProperty()::set);
    dragging.setMinWidth(USE_PREF_SIZE);
    HBox tools =
        new HBox(
            6,
            dragging,
            iconButton(Feather.ZOOM_OUT, Texts.of("Smaller (−)"), () -> canvas.zoom(1 / STEP)),
            larger,
            iconButton(Feather.MAXIMIZE_2, Texts.of("The whole map (0)"), model.camera()::fit),
            spacer(),
            progressBar,
            layout,
            iconButton(
                Feather.DOWNLOAD, Texts.of("Export the picture (Ctrl+E)"), this::exportPicture));
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getStyleClass().add("map-tools");
    progressBar.setAlignment(Pos.CENTER_RIGHT);
    progress.setMinWidth(0);
    return tools;
  }

  private StackPane titled(
      MapCanvas map, ReadOnlyObjectProperty<ShownMap> shown, Label title, PictureLoader pictures) {
    title.setMouseTransparent(true);
    // Names of models differ at their ends.
    title.setWrapText(true);
    StackPane.setAlignment(title, Pos.TOP_LEFT);
    StackPane.setMargin(title, new Insets(10, 12, 10, 12));
    return new StackPane(map, title, new HoverCard(model, map, shown, pictures));
  }

  private StackPane stacked() {
    form.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(form, Pos.TOP_RIGHT);
    StackPane stack = new StackPane(maps, none, form);
    stack.setMinSize(0, 0);
    VBox.setVgrow(stack, Priority.ALWAYS);
    showForm(false);
    return stack;
  }

  private void showForm(boolean visible) {
    form.setVisible(visible);
    form.setManaged(visible);
  }

  private void listen() {
    LayoutViewModel layout = model.layout();
    for (Observable part :
        new Observable[] {
          layout.busyProperty(),
          layout.troubleProperty(),
          layout.staleProperty(),
          layout.progressProperty(),
          layout.qualityProperty(),
          layout.keptProperty(),
          model.shownProperty(),
          model.imagesProperty(),
          model.blend().comparedProperty(),
          model.blend().besideProperty()
        }) {
      part.addListener(observable -> refresh());
    }
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** The map before beside the one after, each with its name, or both names over what lies between. */
  private void refreshTitles() {
    ComparedMaps both = model.blend().comparedProperty().get();
    boolean isBeside = both != null && model.blend().besideProperty().get() != null;
    if (both != null) {
      String titleBefore = Texts.of("Before: {0}", both.title());
      String titleAfter = Texts.of("After: {0}", both.titleAfter());
      before.setText(titleBefore);
      after.setText(isBeside ? titleAfter : titleBefore + "\n" + titleAfter);
    }
    before.setVisible(isBeside);
    after.setVisible(both != null);
    maps.showBoth(isBeside);
  }

  private void refresh() {
    refreshTitles();
    LayoutViewModel layout = model.layout();
    boolean busy = layout.busyProperty().get();
    boolean any = model.shownProperty().get() != null;
    show(staleBar, !layout.staleProperty().get().isEmpty());
    stale.setText(layout.staleProperty().get());
    show(progressBar, busy || (any && !layout.troubleProperty().get().isEmpty()));
    progress.setText(busy ? layout.progressProperty().get() : layout.troubleProperty().get());
    stop.setText(busy ? Texts.of("Stop") : Texts.of("Go on"));
    quality.setText(layout.qualityText());
    card.setText(layout.cardText());
    show(none, !any);
    show(begin, !busy);
    sayWhyNone(busy, layout.troubleProperty().get());
  }

  private void sayWhyNone(boolean busy, String trouble) {
    if (!busy && !trouble.isEmpty()) {
      none.say(Texts.of("No map"), trouble);
      return;
    }
    none.say(
        busy ? Texts.of("Laying out …") : Texts.of("No map yet"),
        Texts.of(
            "Training and test images are laid out together, near where the model finds them"
                + " alike."));
  }

  private void stopOrGoOn() {
    if (model.layout().busyProperty().get()) {
      model.layout().cancel();
    } else {
      make();
    }
  }

  private void make() {
    model.layout().make();
  }

  private void exportPicture() {
    if (!export.hasSomething()) {
      return;
    }
    FileDialogs.of(this)
        .newFile(
            getScene().getWindow(),
            FileDialogs.Purpose.EXPORT,
            Texts.of("Export the map"),
            "map.png",
            new ExtensionFilter(Texts.of("Picture"), "*.png"),
            new ExtensionFilter(Texts.of("Shapes"), "*.svg"),
            new ExtensionFilter(Texts.of("Table"), "*.csv"),
            new ExtensionFilter("NumPy", "*.npz"))
        .ifPresent(export::write);
  }

  /** The session's own map. */
  MapCanvas canvas() {
    return canvas;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void compact(boolean small) {
    for (VBox side : List.of(left, right)) {
      double width = side == left ? (small ? SMALL_LEFT : LEFT) : (small ? SMALL_RIGHT : RIGHT);
      side.setMinWidth(width);
      side.setPrefWidth(width);
      side.setMaxWidth(width);
    }
  }

  @Override
  public void shown() {
    // The list that pairs are walked by may be another since.
    pair.refresh();
    canvas.requestFocus();
  }

  /** The arrows to the sides walk the pairs from buttons and lists too. */
  @Override
  public boolean claims(KeyEvent event) {
    boolean inControl =
        event.getTarget() instanceof ButtonBase || event.getTarget() instanceof ListView;
    return inControl && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT);
  }

  @Override
  public boolean closeTopmost() {
    if (form.isVisible()) {
      showForm(false);
      return true;
    }
    if (!model.selection().now().isEmpty()) {
      model.selection().clear();
      return true;
    }
    return false;
  }

  @Override
  public boolean perform(KeyCommand command) {
    if (!(command instanceof MapCommand wanted)) {
      return false;
    }
    switch (wanted) {
      case MAP_PREVIOUS_PAIR -> model.walk(-1);
      case MAP_NEXT_PAIR -> model.walk(1);
      case MAP_LOCATE -> model.locatePair();
      case MAP_WHOLE -> model.camera().fit();
      case MAP_LARGER -> canvas.zoom(STEP);
      case MAP_SMALLER -> canvas.zoom(1 / STEP);
      case MAP_ALL_PAIRS -> model.lines().toggleAllPairs();
      case MAP_LASSO -> toggle(MapTool.LASSO);
      case MAP_RECTANGLE -> toggle(MapTool.RECTANGLE);
      case MAP_FLAG -> model.toggleFlag();
      case MAP_OPEN -> model.openChosen();
      case MAP_EXPORT -> exportPicture();
    }
    return true;
  }

  private void toggle(MapTool tool) {
    model.toolProperty().set(model.toolProperty().get() == tool ? MapTool.MOVE : tool);
  }
}
