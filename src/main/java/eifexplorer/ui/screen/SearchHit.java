package eifexplorer.ui.screen;

/**
 * Something a search found.
 *
 * @param group the heading it stands under
 * @param title what it is
 * @param detail more about it
 * @param open goes there
 */
public record SearchHit(String group, String title, String detail, Runnable open) {}
