package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.influence.HarmAgreement;
import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureView;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A culprit as a card: its worst photographs, what it does, its share of all harm, and who agrees. */
final class CulpritCell extends ListCell<Culprit> {
  static final double HEIGHT = 84;
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
  private static final int PICTURES = 3;
  private static final double SIDE = 56;

  private final CulpritsViewModel model;
  private final List<PictureView> pictures = new ArrayList<>();
  private final Label rank = label("", "small", "muted", "culprit-rank");
  private final NameLabel name = new NameLabel("tile-label");
  private final Label does = label("", "small", "muted");
  private final Label share = label("", "mono", "score");
  private final Region bar = new Region();
  private final StackPane track = new StackPane(bar);
  private final Label agreement = label("", "small", "agreement-mark");
  private final HBox photographs = new HBox(2);
  private final HBox box;

  CulpritCell(CulpritsViewModel model, PictureLoader loader) {
    this.model = model;
    getStyleClass().add("compared-row");
    setPrefWidth(0);
    for (int k = 0; k < PICTURES; k++) {
      PictureView view = new PictureView(loader, PictureView.SMALL, PictureView.Fit.SUBJECT);
      view.setMinSize(SIDE, SIDE);
      view.setMaxSize(SIDE, SIDE);
      pictures.add(view);
    }
    rank.setMinWidth(22);
    rank.setAlignment(Pos.CENTER_RIGHT);
    share.setMinWidth(USE_PREF_SIZE);
    bar.getStyleClass().add("harm-bar");
    bar.maxWidthProperty().bind(track.widthProperty().multiply(0));
    track.getStyleClass().add("harm-track");
    StackPane.setAlignment(bar, Pos.CENTER_LEFT);
    agreement.setMinWidth(0);
    HBox head = new HBox(8, name, spacer(), share);
    head.setAlignment(Pos.BASELINE_LEFT);
    VBox words = new VBox(3, head, track, does, agreement);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    photographs.setAlignment(Pos.CENTER_LEFT);
    box = new HBox(8, rank, photographs, words);
    box.setAlignment(Pos.CENTER_LEFT);
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !isEmpty()) {
            model.listPairs();
          }
        });
  }

  @Override
  protected void updateItem(Culprit item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    rank.setText(Texts.count(item.rank()));
    name.setName(item.name());
    does.setText(item.does());
    share.setText(Texts.percent(item.share()));
    int shown = item.kind() == CulpritKind.CLASS ? PICTURES : 1;
    photographs.getChildren().setAll(pictures.subList(0, shown));
    for (int k = 0; k < shown; k++) {
      pictures.get(k).show(k < item.worst().size() ? item.worst().get(k).picture() : null);
    }
    double most =
        model.culpritsProperty().get().stream().mapToDouble(Culprit::share).max().orElse(1);
    bar.maxWidthProperty().unbind();
    bar.maxWidthProperty()
        .bind(track.widthProperty().multiply(most == 0 ? 0 : item.share() / most));
    String agreed = showAgreement(item);
    setAccessibleText(
        Texts.of(
            "{0}: {1}, {2}, {3} of all harm{4}",
            item.rank(),
            item.name(),
            item.does(),
            share.getText(),
            agreed.isEmpty() ? "" : ", " + agreed));
    setGraphic(box);
  }

  private String showAgreement(Culprit item) {
    List<Place> places = model.agreement().places(item);
    String text = AgreementWords.verdict(places);
    agreement.setText(text);
    agreement.setVisible(!text.isEmpty());
    agreement.setManaged(!text.isEmpty());
    agreement.pseudoClassStateChanged(
        ALONE,
        !places.isEmpty() && HarmAgreement.verdict(places) == HarmAgreement.Verdict.FIRST_ALONE);
    if (!text.isEmpty()) {
      Tips.on(agreement, AgreementWords.places(places));
    }
    return text;
  }
}
