package eifexplorer.ui.explore;

import eifexplorer.ui.explore.card.CardChooser;
import eifexplorer.ui.explore.confusions.ConfusionsPane;
import eifexplorer.ui.explore.confusions.Form;
import eifexplorer.ui.explore.confusions.PairCommand;
import eifexplorer.ui.explore.diff.DiffLine;
import eifexplorer.ui.explore.inspector.PairMember;
import eifexplorer.ui.explore.inspector.PhotoArrangement;
import eifexplorer.ui.explore.inspector.PhotographCommand;
import eifexplorer.ui.explore.sample.SamplePanel;
import eifexplorer.ui.explore.strips.InfluencePane;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.explore.strips.StripCommand;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.photo.ZoomCommand;
import javafx.beans.property.BooleanProperty;

/** Does the commands of the Explore screen. */
final class ExploreCommands {
  private final ExploreViewModel model;
  private final ConfusionsPane list;
  private final InfluencePane influence;
  private final SamplePanel sample;
  private final DiffLine comparison;
  private final Runnable toggleDrawer;

  ExploreCommands(
      ExploreViewModel model,
      ConfusionsPane list,
      InfluencePane influence,
      SamplePanel sample,
      DiffLine comparison,
      Runnable toggleDrawer) {
    this.model = model;
    this.list = list;
    this.influence = influence;
    this.sample = sample;
    this.comparison = comparison;
    this.toggleDrawer = toggleDrawer;
  }

  /** Does a command of the pairs, photographs or strips; false if it is none of these. */
  boolean perform(KeyCommand command) {
    if (command instanceof PairCommand pairs) {
      performOnPairs(pairs);
    } else if (command instanceof ZoomCommand zoom) {
      model.inspector().zoom().perform(zoom);
    } else if (command instanceof PhotographCommand photographs) {
      performOnPhotographs(photographs);
    } else if (command instanceof StripCommand strips) {
      performOnStrips(strips);
    } else {
      return false;
    }
    return true;
  }

  private void performOnPairs(PairCommand command) {
    switch (command) {
      case PREVIOUS_PAIR -> model.pairs().previous();
      case NEXT_PAIR -> model.pairs().next();
      case MARK_REVIEWED -> model.pairs().picks().toggleReviewed();
      case NOTE -> list.openNote();
      case SAVE_CARD -> new CardChooser(list).choose(model.cards());
      case LOCATE_PAIR -> model.others().locatePair();
      case LOCATE_TRAINING_IMAGE -> model.others().locateChosen();
      case FILTER -> list.focusFilter();
      case COMPARE_MODELS -> compareModels();
      case PAIRS_LIST -> show(Form.PAIRS);
      case CLASS_PAIRS_LIST -> show(Form.CLASS_PAIRS);
      case CLASSES_LIST -> show(Form.CLASSES);
    }
  }

  private void compareModels() {
    if (!model.sheets().diff().toggle()) {
      comparison.open();
    }
  }

  private void show(Form form) {
    model.confusions().showForm(form);
    list.focusList();
  }

  private void performOnPhotographs(PhotographCommand command) {
    switch (command) {
      case PIN -> model.inspector().togglePin(PairMember.FIRST);
      case PIN_NEIGHBOUR -> model.inspector().togglePin(PairMember.SECOND);
      case NEARER_NEIGHBOUR -> model.inspector().step(-1);
      case FARTHER_NEIGHBOUR -> model.inspector().step(1);
      case LOOK -> toggle(model.inspector().look().openProperty());
      case SWAP_SIDES -> model.inspector().arrangement().swap();
      case BLINK -> model.inspector().arrangement().toggle(PhotoArrangement.Mode.BLINK);
      case OVERLAY -> model.inspector().arrangement().toggle(PhotoArrangement.Mode.OVERLAY);
      case EXEMPLARS -> toggle(model.inspector().exemplars().openProperty());
      case OTHER_MODEL -> model.inspector().peek().hold();
    }
  }

  private void performOnStrips(StripCommand command) {
    switch (command) {
      case NEXT_SCOPE -> nextScope();
      case ALL_TILES -> model.strips().toggleSheet();
      case PARAMETERS -> influence.openParameters();
      case BETTER_ESTIMATOR -> model.strips().worth().useBetter();
      case FLAG -> model.sample().toggleFlag();
      case PICK -> model.strips().togglePicked(model.strips().chosenProperty().get());
      case WHAT_IF -> model.sheets().whatIf().toggle();
      case COMPARE_ESTIMATORS -> model.sheets().compare().toggle();
      case CULPRITS -> model.sheets().culprits().toggle();
      case COPIES -> model.sheets().copies().toggle();
      case RELABEL -> model.others().relabel();
      case EXCLUDE -> model.others().exclude();
      case COPY_PATH -> sample.copyPath();
      case REVEAL -> model.sample().reveal();
      case OPEN_IMAGE -> model.sample().open();
      case SAMPLE_PANEL -> toggleDrawer.run();
    }
  }

  private void nextScope() {
    InfluenceScope now = model.influence().scopeProperty().get();
    model.influence().scopeProperty().set(now.next());
  }

  private static void toggle(BooleanProperty property) {
    property.set(!property.get());
  }
}
