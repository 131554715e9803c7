package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.label;
import static java.util.Objects.requireNonNull;

import eifexplorer.review.BetterOrder;
import eifexplorer.review.QueueFilter;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectDetector;
import eifexplorer.review.suspect.SuspectDetectors;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.SearchableChoice;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Which images are listed, and how much each detector counts for their order. Every change shows at once. */
final class FilterSheet extends VBox {
  private static final double WIDTH = 300;
  private static final double MOST = 3;

  private final ReviewViewModel model;
  private final QueueViewModel queue;
  private final ComboBox<Choice<QueueFilter.State>> state = choices(Texts.of("Which decisions"));
  private final ComboBox<Choice<Optional<String>>> reason = choices(Texts.of("Reason"));
  private final ComboBox<Choice<OptionalInt>> given =
      new SearchableChoice<>(Texts.of("Given class"));
  private final CheckBox flagged = new CheckBox(Texts.of("Flagged in Explore only"));
  private final CheckBox copied = new CheckBox(Texts.of("There more than once only"));
  private final GridPane weights = new GridPane();
  private final Map<String, Slider> sliders = new LinkedHashMap<>();
  private final Button better = new Button();
  private boolean filling;

  /** A value with its words. */
  private record Choice<T>(String title, T value) {
    @Override
    public String toString() {
      return title;
    }
  }

  FilterSheet(ReviewViewModel model) {
    super(12);
    this.model = model;
    this.queue = model.queue();
    setPrefWidth(WIDTH);
    state.setId("filter-state");
    state.setOnAction(event -> change(filter -> filter.withState(state.getValue().value())));
    reason.setOnAction(event -> change(filter -> filter.withDetector(reason.getValue().value())));
    given.setOnAction(event -> change(filter -> filter.withLabel(given.getValue().value())));
    flagged.setOnAction(
        event ->
            change(
                filter ->
                    filter.withOnly(
                        flagged.isSelected() ? Optional.of(model.flagged()) : Optional.empty())));
    copied.setOnAction(
        event ->
            change(
                filter ->
                    filter.withOnly(
                        copied.isSelected() ? Optional.of(model.copied()) : Optional.empty())));
    better.setMnemonicParsing(false);
    better.setWrapText(true);
    weights.getStyleClass().add("parameter-grid");
    getChildren()
        .addAll(
            group(Texts.of("Show"), state),
            group(Texts.of("Named by"), reason),
            group(Texts.of("Given class"), given),
            flagged,
            copied,
            group(Texts.of("Weight of each detector in the order"), weights),
            better,
            button(Texts.of("Clear filters, usual order"), this::reset));
  }

  private static String title(QueueFilter.State state) {
    return switch (state) {
      case ALL -> Texts.of("All images");
      case OPEN -> Texts.of("Open: nothing decided yet");
      case DECIDED -> Texts.of("Decided");
      case UNSURE -> Texts.of("Unsure");
      case EXCLUDED -> Texts.of("Excluded, or none of the classes");
      case NOTED -> Texts.of("With a note");
      case AUTOMATIC -> Texts.of("Accepted automatically");
    };
  }

  private static <T> ComboBox<Choice<T>> choices(String name) {
    ComboBox<Choice<T>> box = new ComboBox<>();
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    return box;
  }

  private static VBox group(String title, Node content) {
    return new VBox(4, label(title, "section-head"), content);
  }

  private void change(UnaryOperator<QueueFilter> how) {
    if (!filling) {
      queue.filterProperty().set(how.apply(queue.filterProperty().get()));
    }
  }

  private void reset() {
    queue.filterProperty().set(QueueFilter.ALL);
    queue.ordering().sort(queue.ordering().usual());
    fill();
  }

  /** Gives the first choice the keyboard. */
  void focusFirst() {
    state.requestFocus();
  }

  /** Shows what holds now. */
  void fill() {
    filling = true;
    QueueFilter filter = queue.filterProperty().get();
    // What is given, and why it is suspect, is what a blind pass hides.
    boolean blind = queue.blindProperty().get();
    reason.setDisable(blind);
    given.setDisable(blind);
    List<Choice<QueueFilter.State>> states =
        Arrays.stream(QueueFilter.State.values()).map(of -> new Choice<>(title(of), of)).toList();
    fill(state, states, filter.state());
    List<Choice<Optional<String>>> reasons = new ArrayList<>();
    reasons.add(new Choice<>(Texts.of("Any reason"), Optional.empty()));
    there()
        .forEach(d -> reasons.add(new Choice<>(Texts.said(d.info().title()), Optional.of(d.id()))));
    fill(reason, reasons, filter.detector());
    List<Choice<OptionalInt>> classes = new ArrayList<>();
    classes.add(new Choice<>(Texts.of("Any class"), OptionalInt.empty()));
    ExplorerSession session = requireNonNull(model.session());
    session.dataset().classes().stream()
        .limit(session.dataset().trainClassCount())
        .forEach(of -> classes.add(new Choice<>(of.displayName(), OptionalInt.of(of.label()))));
    fill(given, classes, filter.label());
    boolean ofCopies = filter.only().equals(Optional.of(model.copied()));
    copied.setSelected(ofCopies);
    copied.setDisable(model.copied().isEmpty());
    flagged.setSelected(filter.only().isPresent() && !ofCopies);
    fillWeights();
    fillBetter();
    filling = false;
  }

  /** Offers an order that would have found more of the wrong labels. */
  private void fillBetter() {
    Summary summary = model.staged().summaryProperty().get();
    Optional<BetterOrder> offered = summary == null ? Optional.empty() : summary.better();
    better.setVisible(offered.isPresent());
    better.setManaged(offered.isPresent());
    offered.ifPresent(
        order -> {
          better.setText(Texts.of("Sort by {0}", Texts.said(order.sentence())));
          better.setOnAction(
              event -> {
                queue.ordering().sort(RankWeights.parse(order.detector()));
                fill();
              });
        });
  }

  private static <T> void fill(ComboBox<Choice<T>> box, List<Choice<T>> all, T now) {
    box.getItems().setAll(all);
    all.stream().filter(choice -> choice.value().equals(now)).findFirst().ifPresent(box::setValue);
  }

  private List<SuspectDetector> there() {
    return SuspectDetectors.all().stream()
        .filter(detector -> queue.ordering().detectors().contains(detector.id()))
        .toList();
  }

  private void fillWeights() {
    weights.getChildren().clear();
    sliders.clear();
    int row = 0;
    for (SuspectDetector detector : there()) {
      Label title = label(Texts.said(detector.info().title()), "small");
      title.setMinWidth(0);
      Tips.on(title, Texts.said(detector.info().measures()));
      Slider slider = new Slider(0, MOST, 0);
      slider.setValue(
          queue.ordering().orderProperty().get().weights().getOrDefault(detector.id(), 0.0));
      slider.setBlockIncrement(1);
      slider.setPrefWidth(88);
      slider.setAccessibleText(Texts.of("Weight of {0}", Texts.said(detector.info().title())));
      Label number = label(text(slider), "mono");
      slider
          .valueProperty()
          .addListener(
              (value, old, now) -> {
                number.setText(text(slider));
                if (Math.round(old.doubleValue()) != Math.round(now.doubleValue())) {
                  weigh();
                }
              });
      sliders.put(detector.id(), slider);
      weights.addRow(row++, title, slider, number);
    }
  }

  private static String text(Slider slider) {
    return String.valueOf(Math.round(slider.getValue()));
  }

  private void weigh() {
    Map<String, Double> chosen = new LinkedHashMap<>();
    sliders.forEach(
        (id, slider) -> {
          if (Math.round(slider.getValue()) > 0) {
            chosen.put(id, (double) Math.round(slider.getValue()));
          }
        });
    if (!filling && !chosen.isEmpty()) {
      queue.ordering().sort(new RankWeights(chosen));
    }
  }
}
