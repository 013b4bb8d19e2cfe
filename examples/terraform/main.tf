# A service and what keeps its data, with defaults that are safe. Built-in resources only, so that it runs without a cloud and without a download:
# put your provider's resources beside them, fed by the same values. What is declared here is what the policies read in a plan.
terraform {
  required_version = ">= 1.9"
}

locals {
  labels = {
    owner   = var.owner
    service = var.service.name
  }
}

resource "terraform_data" "service" {
  input = {
    kind       = "service"
    name       = var.service.name
    level      = var.service.level
    labels     = local.labels
    zones      = var.zones
    admin_from = var.admin_from
  }
}

resource "terraform_data" "store" {
  for_each = var.stores

  input = {
    kind                = each.value.kind
    name                = each.key
    labels              = local.labels
    public              = each.value.public
    encrypted           = each.value.encrypted
    deletion_protection = each.value.deletion_protection
    backup_days         = each.value.backup_days
  }
}
