package eifexplorer.image;

/**
 * A part of a picture in shares of its width and height; it may reach beyond the picture.
 *
 * @param left of its left edge, 0 at the picture's
 * @param top of its upper edge
 * @param width 1 for the picture's
 * @param height 1 for the picture's
 */
public record PictureShare(double left, double top, double width, double height) {}
