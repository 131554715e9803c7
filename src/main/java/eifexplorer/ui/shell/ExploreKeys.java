package eifexplorer.ui.shell;

import eifexplorer.ui.explore.ExploreView;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.kit.KeyCommand;

/** Does on the Explore screen what a key is for. */
final class ExploreKeys {
  private static final double ZOOM_STEP = 1.25;

  private ExploreKeys() {}

  /** Does it; false if it is nothing the screen does. */
  static boolean perform(ExploreView view, ExploreViewModel model, KeyCommand command) {
    switch (command) {
      case PREVIOUS_PAIR -> model.pairs().previous();
      case NEXT_PAIR -> model.pairs().next();
      case FILTER -> view.focusFilter();
      case ACTUAL_SIZE -> model.zoom().toggleActual();
      case ZOOM_IN -> model.zoom().zoomBy(ZOOM_STEP);
      case ZOOM_OUT -> model.zoom().zoomBy(1 / ZOOM_STEP);
      case SAMPLE_PANEL -> view.toggleDrawer();
      case REVEAL -> model.sample().reveal();
      default -> {
        return false;
      }
    }
    return true;
  }
}
