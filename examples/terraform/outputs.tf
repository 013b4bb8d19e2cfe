output "labels" {
  description = "Put these on everything else that belongs to the service."
  value       = local.labels
}
