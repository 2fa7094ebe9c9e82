# [title]
# [r]

# [read]
train <- read.csv("trainingset_cokehaven.csv", stringsAsFactors = TRUE)
test <- read.csv("testset_cokehaven.csv", stringsAsFactors = TRUE)

# [look]
print(head(train))
print(summary(train))
cat(sprintf("%d / %d = %.2f%%, %d kg\n", sum(train$coke_ind), nrow(train), 100 * mean(train$coke_ind), sum(train$coke_kilo)))
for (column in c("lading", "ship", "ontvanger_container")) {
  shares <- aggregate(train$coke_ind, list(train[[column]]), mean)
  print(setNames(shares[order(-shares$x), ], c(column, "share")), row.names = FALSE)
}

# [split]
set.seed(2019)
part <- function(rows) sample(rows, round(length(rows) * 0.2))
held_out <- c(part(which(train$coke_ind == 1)), part(which(train$coke_ind == 0)))
validation <- train[held_out, ]
fit <- train[-held_out, ]

# [feature]
with_features <- function(table) {
  arrival <- as.Date(as.character(table$arrival_date))
  table$month <- factor(as.POSIXlt(arrival)$mon + 1, levels = 1:12)
  table$weekday <- factor(as.POSIXlt(arrival)$wday, levels = 0:6)
  table$stops <- factor(ifelse(table$stops_in_between > 0, "some", "none"), levels = c("none", "some"))
  table
}

# [train]
words <- c("land_van_afkomst", "lading", "ship", "ship_flag", "containercolor", "ontvanger_container")
known <- lapply(setNames(words, words), function(column) union(levels(train[[column]]), levels(test[[column]])))
inputs <- function(table) {
  for (column in words) table[[column]] <- factor(as.character(table[[column]]), levels = known[[column]])
  with_features(table)
}
formula <- reformulate(c(words, "month", "weekday", "stops", "TUE", "weight"), response = "coke_ind")
suspicion_model <- function(table) {
  finds <- which(table$coke_ind == 1)
  empty <- which(table$coke_ind == 0)
  rows <- c(finds, sample(empty, min(length(empty), 20 * length(finds))))
  suppressWarnings(glm(formula, family = binomial, data = inputs(table[rows, ])))
}
suspicion_of <- function(model, table) {
  for (column in names(model$xlevels)) {
    strange <- !(table[[column]] %in% model$xlevels[[column]])
    table[[column]][strange] <- model$xlevels[[column]][1]
  }
  suppressWarnings(predict(model, table))
}
model <- suspicion_model(fit)

# [validate]
kilos_found <- function(table, suspicion, picks) sum(head(table$coke_kilo[order(-suspicion)], picks))
average_precision <- function(found, suspicion) {
  found <- found[order(-suspicion)]
  mean((cumsum(found) / seq_along(found))[found == 1])
}
suspicion <- suspicion_of(model, inputs(validation))
cat(sprintf("average precision: %.4f (chance: %.4f)\n", average_precision(validation$coke_ind, suspicion), mean(validation$coke_ind)))
cat(sprintf("kg in the top 400: %d (chance: %.0f)\n",
  kilos_found(validation, suspicion, 400), sum(validation$coke_kilo) * 400 / nrow(validation)))

# [inspect]
effects <- summary(model)$coefficients
effects <- effects[rownames(effects) != "(Intercept)", ]
print(round(head(effects[order(-abs(effects[, "z value"])), ], 15), 3))

# [predict]
model <- suspicion_model(train)
suspicion <- suspicion_of(model, inputs(test))

# [write]
picks <- head(test$containerid[order(-suspicion)], 400)
write.csv(data.frame(containerid = picks), "submission_r.csv", row.names = FALSE, quote = FALSE)
cat(sprintf("submission_r.csv: %d containers\n", length(unique(picks))))
