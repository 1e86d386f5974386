import django.db.models.deletion
import messaging.sealing
import messaging.search.models
from django.db import migrations, models

from messaging.search import postgres, sqlite

INDEX = {"postgresql": postgres, "sqlite": sqlite}


def make_index(apps, schema_editor):
    for statement in INDEX[schema_editor.connection.vendor].MAKE_INDEX:
        schema_editor.execute(statement, params=None)


def drop_index(apps, schema_editor):
    for statement in INDEX[schema_editor.connection.vendor].DROP_INDEX:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("messaging", "0003_queue_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchKey",
            fields=[
                ("mailbox", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="search_key", serialize=False, to="messaging.mailbox")),
                ("key", messaging.sealing.SealedTextField(default="", editable=False)),
            ],
            options={
                "verbose_name": "search key",
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("tokens", messaging.search.models.TokensField()),
                ("entry", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="search_document", to="messaging.mailboxentry")),
                ("mailbox", models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="messaging.mailbox")),
            ],
            options={
                "verbose_name": "search document",
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
