package eifexplorer.training;

/**
 * Logits {@code z_c = scale cos_c - [c = y] ownShift}: what a loss with one proxy a class makes of the cosines.
 *
 * @param scale above 0
 * @param ownShift what the own class's logit is lowered by
 */
public record LinearLogits(double scale, double ownShift) {}
