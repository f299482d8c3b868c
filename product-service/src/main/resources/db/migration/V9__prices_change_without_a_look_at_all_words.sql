-- What is known of the words of 100 000 cards takes 10 s to look at anew, and no change of a price changes it.
alter table product set (autovacuum_analyze_scale_factor = 0.5);
