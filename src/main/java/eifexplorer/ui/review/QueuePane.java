package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.QueueFilter;
import eifexplorer.review.suspect.DefaultOrder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The left column: order, filter, and the images in their order. */
final class QueuePane extends VBox {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final double WIDTH = 312;
  private static final double COMPACT_WIDTH = 232;
  private static final double ROW = 68;

  private final ReviewViewModel model;
  private final QueueViewModel queue;
  private final ListView<Integer> list = new ListView<>();
  private final ComboBox<Order> order = new ComboBox<>();
  private final Label left = label("", "count-line");
  private final Label none = label("", "muted");
  private final Label note = label("", "small", "muted");
  private final Button filter =
      iconButton(Feather.FILTER, Texts.of("Filter and weights (L)"), () -> {});
  private final FilterSheet sheet;
  private boolean following;

  /** What the queue can be ordered by. */
  private record Order(String title, RankWeights weights) {
    @Override
    public String toString() {
      return title;
    }
  }

  QueuePane(ReviewViewModel model, PictureLoader pictures, Flyout flyout) {
    super(8);
    this.model = model;
    this.queue = model.queue();
    sheet = new FilterSheet(model);
    getStyleClass().addAll("confusions", "queue-pane");
    list.setId("queue");
    list.setAccessibleText(Texts.of("Suspect training images, the most suspect first"));
    list.setItems(queue.images());
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new QueueCell(queue, pictures, model::isCopied));
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    VBox foot = new VBox(note);
    foot.getStyleClass().add("queue-foot");
    VBox head = new VBox(8, title(), orderLine(flyout));
    head.getStyleClass().add("column-head");
    getChildren().addAll(head, list, foot);
    connect();
  }

  private HBox title() {
    HBox line = new HBox(8, label(Texts.of("Queue"), "h2"), spacer(), left);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private HBox orderLine(Flyout flyout) {
    order.setId("queue-order");
    order.setAccessibleText(Texts.of("What the queue is ordered by"));
    order.setMaxWidth(Double.MAX_VALUE);
    order.setPrefWidth(0);
    order.setOnAction(
        event -> {
          if (!following && order.getValue() != null) {
            queue.ordering().sort(order.getValue().weights());
          }
        });
    HBox.setHgrow(order, Priority.ALWAYS);
    filter.setId("queue-filter");
    filter.getStyleClass().add("bordered");
    filter.setOnAction(
        event -> {
          sheet.fill();
          flyout.toggle(filter, sheet);
          sheet.focusFirst();
        });
    queue
        .filterProperty()
        .addListener(
            (value, old, now) ->
                filter.pseudoClassStateChanged(ACTIVE, !now.equals(QueueFilter.ALL)));
    return new HBox(8, order, filter);
  }

  private void connect() {
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (value, old, now) -> {
              if (!following && now != null) {
                queue.select(now);
              }
            });
    InvalidationListener follow = value -> follow();
    queue.signsProperty().addListener(follow);
    queue.shownProperty().addListener(follow);
    queue.ordering().orderProperty().addListener(follow);
    model.learningProperty().addListener(follow);
    follow();
  }

  private void follow() {
    following = true;
    left.setText(queue.leftText());
    // What to do about it is said in the middle.
    none.setText(
        queue.vacancyProperty().get() == Vacancy.LISTING ? "" : Texts.of("No image is listed"));
    fillOrders();
    ShownImage image = queue.shownProperty().get();
    if (image == null) {
      list.getSelectionModel().clearSelection();
    } else {
      int row = queue.images().indexOf(image.trainIndex());
      list.getSelectionModel().clearAndSelect(row);
      bringIntoSight(row);
    }
    note.setText(note());
    following = false;
  }

  /** What the order is, whether it will change, and who is at work. */
  private String note() {
    int atWork = model.learningProperty().get();
    List<String> sentences = new ArrayList<>();
    sentences.add(orderText(atWork > 0));
    sentences.add(Texts.of("Influence is shown, not used for the order."));
    if (atWork > 0) {
      sentences.add(Texts.of("{0} more detectors are at work.", atWork));
    }
    return String.join(" ", sentences);
  }

  private String orderText(boolean isAtWork) {
    RankWeights now = queue.ordering().orderProperty().get();
    if (!now.equals(queue.ordering().usual())) {
      return Texts.of("Order: as chosen above.");
    }
    if (now.equals(DefaultOrder.THOROUGH)) {
      return Texts.of("Order: label margin with a noise model.");
    }
    return queue.ordering().isUsualToCome() && isAtWork
        ? Texts.of("Order: mean rank of two label margins, until the noise model is ready.")
        : Texts.of("Order: mean rank of two label margins.");
  }

  /** With some rows before and after it. */
  private void bringIntoSight(int row) {
    int inSight = (int) (list.getHeight() / ROW);
    if (row >= 0) {
      list.scrollTo(Math.max(0, row - Math.max(0, inSight / 3)));
    }
  }

  private void fillOrders() {
    List<Order> orders = new ArrayList<>();
    orders.add(new Order(Texts.of("Most likely wrong"), queue.ordering().usual()));
    if (!queue.ordering().usual().equals(RankWeights.QUICK)) {
      orders.add(new Order(Texts.of("Mean rank of two label margins"), RankWeights.QUICK));
    }
    SuspectDetectors.all().stream()
        .filter(detector -> queue.ordering().detectors().contains(detector.id()))
        .map(
            detector ->
                new Order(
                    Texts.said(detector.info().title()), RankWeights.equal(List.of(detector.id()))))
        .forEach(orders::add);
    RankWeights now = queue.ordering().orderProperty().get();
    if (orders.stream().noneMatch(one -> one.weights().equals(now))) {
      orders.add(new Order(Texts.of("Weighted detectors"), now));
    }
    if (!orders.equals(order.getItems())) {
      order.getItems().setAll(orders);
    }
    orders.stream().filter(one -> one.weights().equals(now)).findFirst().ifPresent(order::setValue);
  }

  void compact(boolean small) {
    double width = small ? COMPACT_WIDTH : WIDTH;
    setMinWidth(width);
    setMaxWidth(width);
  }

  /** Opens what is filtered by, or closes it. */
  void openFilter() {
    filter.fire();
  }

  /** Opens what can be ordered by, with the keyboard in it. */
  void openOrders() {
    order.requestFocus();
    order.show();
  }

  /** Gives the list the keyboard. */
  void focusList() {
    list.requestFocus();
  }
}
