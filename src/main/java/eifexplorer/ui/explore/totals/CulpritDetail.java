package eifexplorer.ui.explore.totals;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;

import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.PictureRow;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The chosen culprits: their worst photographs, what can be done with them, what is without them, the pairs they harm. */
final class CulpritDetail extends ScrollPane {
  private static final int PHOTOGRAPHS = 6;
  private static final int PAIRS = 9;

  private final CulpritsViewModel model;
  private final PictureLoader pictures;
  private final NameLabel title = new NameLabel("section-head");
  private final Label facts = label("", "secondary");
  private final Label ranks = label("", "small", "muted");
  private final PictureRow worst;
  private final Label hint = label("", "small", "muted");
  private final Button list = button("", () -> {}, "small-button");
  private final Button flag = button("", () -> {}, "small-button");
  private final Button review = button(Texts.of("Review"), () -> {}, "small-button");
  private final TryWithoutPane trial;
  private final Label pairsHead = label(Texts.of("Pairs harmed most"), "section-head");
  private final FlowPane pairs = new FlowPane(6, 6);

  CulpritDetail(CulpritsViewModel model, PictureLoader pictures) {
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("culprit-detail");
    worst = new PictureRow(pictures, PHOTOGRAPHS, 0.8);
    trial = new TryWithoutPane(model, pictures);
    list.setId("culprit-pairs");
    list.setGraphic(key("Enter"));
    list.setOnAction(event -> model.listPairs());
    flag.setId("culprit-flag");
    flag.setGraphic(new FontIcon(Feather.FLAG));
    flag.setOnAction(
        event -> {
          model.flag();
          showFlag();
        });
    review.setId("culprit-review");
    Tips.on(review, Texts.of("Has those that harm a pair alone in the queue of Review"));
    review.setGraphic(new FontIcon(Feather.CHECK_SQUARE));
    review.setOnAction(event -> model.review());
    for (Label text : List.of(facts, ranks, hint)) {
      text.setWrapText(true);
      text.setMinHeight(USE_PREF_SIZE);
    }
    VBox column =
        new VBox(
            8,
            title,
            facts,
            ranks,
            worst,
            hint,
            new FlowPane(6, 6, list, flag, review),
            trial,
            pairsHead,
            pairs);
    column.getStyleClass().add("culprit-column");
    setContent(column);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    model.chosenProperty().addListener((value, old, now) -> show());
    model.agreement().valueProperty().addListener((value, old, now) -> showRanks());
    show();
  }

  private void show() {
    Optional<CulpritSubject> subject = model.subject();
    getContent().setVisible(subject.isPresent());
    subject.ifPresent(this::show);
  }

  private void show(CulpritSubject subject) {
    int all = subject.pairs().size();
    title.setName(subject.title());
    facts.setText(
        subject.harming().size() == 1
            ? Texts.of(
                "{0} of {1} harms {2} · {3} of all harm",
                Texts.count(subject.harming().size()),
                Texts.count(subject.images().size(), "image", "images"),
                Texts.count(all, "pair", "pairs"),
                Texts.percent(subject.share()))
            : Texts.of(
                "{0} of {1} harm {2} · {3} of all harm",
                Texts.count(subject.harming().size()),
                Texts.count(subject.images().size(), "image", "images"),
                Texts.count(all, "pair", "pairs"),
                Texts.percent(subject.share())));
    showRanks();
    showPhotographs();
    list.setText(
        all == 1
            ? Texts.of("List the pair")
            : Texts.of("List the {0}", Texts.count(all, "pair", "pairs")));
    list.setDisable(all == 0);
    review.setDisable(subject.harming().isEmpty());
    showFlag();
    pairsHead.setVisible(all > 0);
    pairs.getChildren().clear();
    for (TestPair pair : subject.pairsOnce(PAIRS)) {
      model
          .picture(pair.first(), pair.second())
          .map(
              picture ->
                  new PairButton(
                      picture, pictures, Texts.of("Shows this pair"), () -> model.goTo(pair)))
          .ifPresent(pairs.getChildren()::add);
    }
    setVvalue(0);
  }

  private void showFlag() {
    int harming = model.subject().map(subject -> subject.harming().size()).orElse(0);
    flag.setText(
        (model.isFlagged() ? Texts.of("Unflag") : Texts.of("Flag"))
            + (harming == 1 ? "" : " " + Texts.count(harming)));
    Tips.on(flag, Texts.of("Flags those that harm a pair, or takes the flags away"));
    flag.setDisable(harming == 0);
  }

  private void showRanks() {
    List<Culprit> chosen = model.chosenProperty().get();
    List<Place> places = chosen.size() == 1 ? model.agreement().places(chosen.get(0)) : List.of();
    ranks.setText(AgreementWords.ranks(places));
    ranks.setVisible(!places.isEmpty());
    ranks.setManaged(!places.isEmpty());
  }

  private void showPhotographs() {
    List<HarmingImage> images =
        model.chosenProperty().get().stream()
            .flatMap(culprit -> culprit.worst().stream())
            .limit(PHOTOGRAPHS)
            .toList();
    worst.setVisible(!images.isEmpty());
    worst.setManaged(!images.isEmpty());
    hint.setText("");
    hint.setManaged(false);
    worst.show(
        images.stream()
            .map(
                image ->
                    new PictureRow.Entry(
                        image.picture(),
                        Texts.of(
                            "{0}\nharms {1}",
                            image.fileName(), Texts.count(image.pairs(), "pair", "pairs")),
                        Optional.empty(),
                        Optional.of(() -> choose(image))))
            .toList());
  }

  /** The panel to the right shows it as it is for the open pair; where it does nothing to that, the pair it harms most. */
  private void choose(HarmingImage image) {
    if (!model.choose(image)) {
      hint.setText(
          Texts.of("It neither harms nor helps the open pair, so the panel can't show it."));
      hint.setManaged(true);
    } else {
      hint.setText("");
      hint.setManaged(false);
    }
  }
}
