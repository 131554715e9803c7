/**
 * The guide, which the window's help opens: start at {@link eifexplorer.ui.guide.Guide}.
 *
 * <p>Its pages are the Markdown files of {@code src/site/markdown}, which come with the program; {@link
 * eifexplorer.ui.guide.GuideHtml} makes one HTML file of them all, since a browser that is shut off from most folders may
 * be allowed to read the one file it was given, but none beside it; for the same reason it holds the pictures.
 */
@NullMarked
package eifexplorer.ui.guide;

import org.jspecify.annotations.NullMarked;
