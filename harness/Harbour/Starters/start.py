# [title]
# [python]

# [read]
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.inspection import permutation_importance
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OrdinalEncoder

train = pd.read_csv("trainingset_cokehaven.csv")

# [look]
print(train.head())
print(train.describe(include="all").T[["count", "unique", "top", "mean", "min", "max"]])
print(f"{train.coke_ind.sum()} / {len(train)} = {train.coke_ind.mean():.2%}, {train.coke_kilo.sum()} kg")
for column in ["lading", "ship", "ontvanger_container"]:
    print(train.groupby(column).coke_ind.agg(["size", "mean"]).sort_values("mean", ascending=False))

# [split]
fit, validation = train_test_split(train, test_size=0.2, stratify=train.coke_ind, random_state=2019)

# [feature]
def with_features(table):
    arrival = pd.to_datetime(table.arrival_date)
    return table.assign(month=arrival.dt.month, weekday=arrival.dt.dayofweek)

# [train]
words = ["land_van_afkomst", "lading", "ship", "ship_flag", "containercolor", "ontvanger_container"]
numbers = ["TUE", "weight", "stops_in_between", "month", "weekday"]
encoder = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=np.nan).fit(train[words])

def inputs(table):
    table = with_features(table)
    return np.hstack([encoder.transform(table[words]), table[numbers].to_numpy(float)])

model = HistGradientBoostingClassifier(
    learning_rate=0.1, max_iter=60, max_leaf_nodes=8, l2_regularization=10, min_samples_leaf=50,
    categorical_features=list(range(len(words))), early_stopping=False, random_state=2019)
model.fit(inputs(fit), fit.coke_ind)

# [validate]
def kilos_found(table, suspicion, picks):
    return table.coke_kilo.to_numpy()[np.argsort(-suspicion, kind="stable")[:picks]].sum()

suspicion = model.predict_proba(inputs(validation))[:, 1]
print(f"average precision: {average_precision_score(validation.coke_ind, suspicion):.4f} (chance: {validation.coke_ind.mean():.4f})")
print(f"kg in the top 400: {kilos_found(validation, suspicion, 400)} (chance: {validation.coke_kilo.sum() * 400 / len(validation):.0f})")

# [inspect]
importance = permutation_importance(
    model, inputs(validation), validation.coke_ind, scoring="average_precision", n_repeats=2, random_state=2019)
print(pd.Series(importance.importances_mean, index=words + numbers).sort_values(ascending=False).round(4))

# [predict]
test = pd.read_csv("testset_cokehaven.csv")
model.fit(inputs(train), train.coke_ind)
order = np.argsort(-model.predict_proba(inputs(test))[:, 1], kind="stable")

# [write]
picks = test.containerid.iloc[order[:400]]
picks.to_csv("submission_python.csv", index=False)
print(f"submission_python.csv: {picks.nunique()} containers")
